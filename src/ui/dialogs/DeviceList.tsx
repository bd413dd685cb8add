import { useEffect, useState } from 'react'
import { formatMoment } from '@/base/format'
import { listDocuments, openStored } from '@/state/actions'
import { documentStore } from '@/state/documentStore'
import { Choice } from './Choice'

type Stored = Awaited<ReturnType<typeof listDocuments>>

const mostShown = 10

/** The person's own workflows, the last saved first: another one that was opened has not replaced them. */
export function DeviceList() {
  const [stored, setStored] = useState<Stored>([])
  useEffect(() => {
    // Storage that cannot be read holds nothing to offer; that nothing is saved is said by a banner.
    void listDocuments().then(setStored, () => undefined)
  }, [])
  const open = documentStore.getState().document.id
  const others = stored.filter(({ id }) => id !== open).slice(0, mostShown)
  if (others.length === 0) return null
  return (
    <section aria-label="On this device">
      <h3 className="sc-examples-heading">On this device</h3>
      <ul className="sc-examples">
        {others.map(({ id, name, savedAt }) => (
          <li key={id}>
            <Choice
              title={name || 'Untitled'}
              task={`saved ${formatMoment(savedAt)}`}
              text=""
              onPick={() => openStored(id)}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
