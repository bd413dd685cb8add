import './dialogs.css'
import { Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { listExamples, newWorkflow, openExample, showDialog, type Example } from '@/state/actions'
import { useDialog } from './useDialog'

/** Workflows to start from. The open one stays on this device. */
export function ExamplesDialog() {
  const [examples, setExamples] = useState<Example[]>([])
  useEffect(() => void listExamples().then(setExamples), [])
  return (
    <Modal {...useDialog('examples')} title="Examples" size="lg">
      <ul className="sc-examples">
        {examples.map(({ id, title, task, summary }) => (
          <li key={id}>
            <Choice title={title} task={task} text={summary} onPick={() => openExample(id)} />
          </li>
        ))}
        <li>
          <Choice
            title="Empty canvas"
            task=""
            text="Start from nothing, with your own data."
            onPick={newWorkflow}
          />
        </li>
      </ul>
    </Modal>
  )
}

interface ChoiceProps {
  title: string
  task: string
  text: string
  onPick: () => Promise<unknown>
}

function Choice({ title, task, text, onPick }: ChoiceProps) {
  const pick = () => {
    showDialog(null)
    void onPick()
  }
  return (
    <button type="button" className="sc-example" onClick={pick}>
      <span className="sc-example-title">
        {title} <span>{task}</span>
      </span>
      <span>{text}</span>
    </button>
  )
}
