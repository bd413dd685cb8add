import { setName } from '@/state/actions'
import { useDocument } from '@/state/documentStore'

/** The name of the workflow, typed in place. */
export function NameField() {
  const name = useDocument((state) => state.document.name)
  const editable = useDocument((state) => state.mode !== 'read-only')
  return (
    <span className="sc-name" data-value={name}>
      <input
        aria-label="Workflow name"
        value={name}
        size={1}
        maxLength={200}
        readOnly={!editable}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      />
    </span>
  )
}
