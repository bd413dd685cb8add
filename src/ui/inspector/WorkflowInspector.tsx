import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatCount } from '@/base/format'
import { saveProgram, setName, setSeed } from '@/state/actions'
import { useDocument } from '@/state/documentStore'

/** The workflow itself: its name, its seed, how large it is. */
export function WorkflowInspector() {
  const workflow = useDocument(({ document }) => document)
  const readOnly = useDocument(({ mode }) => mode === 'read-only')
  const counts = [
    count(workflow.nodes.length, 'node'),
    count(workflow.wires.length, 'wire'),
    count(workflow.feedback.length, 'feedback wire'),
    count(workflow.notes.length, 'note'),
  ]
  return (
    <>
      <header className="sc-inspector-head">
        <h2>Workflow</h2>
        <p className="sc-summary">Select a node to see and change its parameters.</p>
      </header>
      <div className="sc-facts">
        <TextInput
          label="Name"
          w={260}
          value={workflow.name}
          maxLength={200}
          disabled={readOnly}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <SeedField seed={workflow.seed} disabled={readOnly} />
        <Button
          style={{ alignSelf: 'end' }}
          disabled={workflow.nodes.length === 0}
          title="Download the whole workflow as one scikit-learn program"
          onClick={() => void saveProgram()}
        >
          Export as Python
        </Button>
        <p className="kit-quiet" style={{ paddingBottom: 7 }}>
          {counts.join(' · ')}
        </p>
      </div>
      <p className="kit-quiet">
        Every random choice (splits, first weights, order of rows) follows from the seed: the same workflow,
        data and seed give the same figures.
      </p>
    </>
  )
}

const largestSeed = 4294967295
const count = (size: number, word: string): string => `${formatCount(size)} ${size === 1 ? word : `${word}s`}`

function SeedField({ seed, disabled }: { seed: number; disabled: boolean }) {
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? String(seed)
  const valid = /^\d{1,10}$/.test(text) && Number(text) <= largestSeed
  const change = (next: string) => {
    setDraft(next)
    if (/^\d{1,10}$/.test(next) && Number(next) <= largestSeed) setSeed(Number(next))
  }
  return (
    <TextInput
      label="Seed"
      w={130}
      inputMode="numeric"
      value={text}
      disabled={disabled}
      error={valid ? null : 'A whole number up to 4,294,967,295'}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => setDraft(null)}
    />
  )
}
