import { showDialog } from '@/state/actions'

interface ChoiceProps {
  title: string
  /** A few quiet words after the title. */
  task: string
  text: string
  onPick: () => Promise<unknown>
}

/** A workflow that can be opened; the dialog closes. */
export function Choice({ title, task, text, onPick }: ChoiceProps) {
  const pick = () => {
    showDialog(null)
    void onPick()
  }
  return (
    <button type="button" className="sc-example" onClick={pick}>
      <span className="sc-example-title">
        {title} <span>{task}</span>
      </span>
      {text !== '' && <span>{text}</span>}
    </button>
  )
}
