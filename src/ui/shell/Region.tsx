import type { ReactNode } from 'react'
import { Boundary } from '../boundary/Boundary'

/** A part of the screen under the name that people with screen readers know it by. Its faults stay inside it. */
export function Region({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="sc-region">
      <Boundary what={name}>{children}</Boundary>
    </section>
  )
}
