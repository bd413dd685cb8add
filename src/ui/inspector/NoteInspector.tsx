import { Textarea } from '@mantine/core'
import { setNote } from '@/state/actions'
import { useDocument } from '@/state/documentStore'

/** The words of a note. */
export function NoteInspector({ note: id }: { note: string }) {
  const note = useDocument(({ document }) => document.notes.find((candidate) => candidate.id === id))
  const readOnly = useDocument(({ mode }) => mode === 'read-only')
  if (!note) return null
  return (
    <>
      <header className="sc-inspector-head">
        <h2>Note</h2>
        <p className="sc-summary">
          Words on the canvas for whoever reads the workflow. They change no result.
        </p>
      </header>
      <Textarea
        aria-label="Text of the note"
        value={note.text}
        maxLength={5000}
        autosize
        minRows={3}
        maxRows={8}
        disabled={readOnly}
        onChange={(event) => setNote(id, { text: event.currentTarget.value })}
      />
    </>
  )
}
