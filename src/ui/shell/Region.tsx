import type { ReactNode } from 'react'

/** A part of the screen under the name that people with screen readers know it by. */
export function Region({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section aria-label={name} className="sc-region">
      {children}
    </section>
  )
}
