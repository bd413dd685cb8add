import { formatMoment } from '@/base/format'
import { useDocument } from '@/state/documentStore'

/** Whether a reload would bring back what is on the screen. */
export function SavedState() {
  const saved = useDocument((state) => state.saved)
  if (saved.kind === 'saving') return <span className="sc-saved">Saving…</span>
  if (saved.kind === 'not-saved') {
    return (
      <span className="sc-saved" data-bad title={saved.reason}>
        ▲ Not saved
      </span>
    )
  }
  if (saved.at === 0) return null
  return (
    <span className="sc-saved" title={`Saved on this device: ${formatMoment(saved.at)}`}>
      Saved
    </span>
  )
}
