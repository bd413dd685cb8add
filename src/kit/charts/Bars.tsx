import type { ReactNode } from 'react'
import { formatNumber } from '@/base/format'

export interface BarItem {
  name: string
  /** Shown instead of the name, e.g. a button. */
  label?: ReactNode
  value: number
  /** Written at the right instead of the value. */
  text?: string
  /** A quieter line under the name. */
  note?: string
  colour?: string
}

interface BarsProps {
  title?: string
  items: BarItem[]
  /** The value that fills the track; the largest by default. */
  most?: number
  /** A value to point out on every bar, e.g. a threshold. */
  mark?: number
}

/** Horizontal bars with their names and values as text; negative values go left of the middle. */
export function Bars({ title, items, most, mark }: BarsProps) {
  const signed = items.some((item) => item.value < 0)
  const full = most ?? items.reduce((largest, item) => Math.max(largest, Math.abs(item.value)), 0)
  const share = (value: number) => (full > 0 ? Math.min(1, Math.abs(value) / full) : 0) * (signed ? 50 : 100)
  return (
    <div>
      {title && <h4 className="kit-heading">{title}</h4>}
      <div className="kit-bars" role="list" aria-label={title}>
        {items.map((item, index) => {
          const width = share(item.value)
          const left = !signed ? 0 : item.value < 0 ? 50 - width : 50
          return (
            <div key={index} role="listitem" style={{ display: 'contents' }}>
              <span>
                {item.label ?? (item.name === '' ? '(empty)' : item.name)}
                {item.note && <small>{item.note}</small>}
              </span>
              <span className="kit-track" aria-hidden="true">
                <i style={{ left: `${left}%`, width: `${width}%`, background: item.colour }} />
                {signed && <b style={{ left: '50%' }} />}
                {mark !== undefined && mark <= full && (
                  <b className="kit-threshold" style={{ left: `${share(mark)}%` }} />
                )}
              </span>
              <span>{item.text ?? formatNumber(item.value)}</span>
            </div>
          )
        })}
      </div>
    </div>
  )
}
