import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import type { Frame } from './palette'

/** A point that is moved along a curve, by pointer or arrow keys. */
export interface Handle {
  /** What it sets, e.g. `Decision threshold`. */
  label: string
  /** Where it can be, in the unit square, in the order of the arrow keys (right goes up the list). */
  points: { x: number; y: number }[]
  index: number
  onMove: (index: number) => void
  /** Spoken value, e.g. `threshold 0.48, recall 0.71`. */
  text: string
  /** Colour of its curve. */
  colour?: string
}

/** Lies over the plot area of a unit-square chart with the given frame. */
export function CurveHandle({ handle, frame, height }: { handle: Handle; frame: Frame; height: number }) {
  const area = useRef<HTMLDivElement>(null)
  const point = handle.points[handle.index]
  if (!point) return null
  const follow = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !area.current) return
    handle.onMove(nearest(handle.points, event, area.current.getBoundingClientRect()))
  }
  const place = {
    position: 'absolute' as const,
    left: frame.left,
    right: frame.right,
    top: frame.top,
    height: height - frame.top - frame.bottom,
  }
  return (
    <div ref={area} style={{ ...place, pointerEvents: 'none' }}>
      <button
        type="button"
        className="kit-handle"
        role="slider"
        aria-label={handle.label}
        aria-valuemin={0}
        aria-valuemax={handle.points.length - 1}
        aria-valuenow={handle.index}
        aria-valuetext={handle.text}
        title={`${handle.text}. Drag, or use the arrow keys.`}
        style={{
          left: `${point.x * 100}%`,
          top: `${(1 - point.y) * 100}%`,
          pointerEvents: 'auto',
          color: handle.colour ?? 'var(--series-1)',
        }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={follow}
        onKeyDown={(event) => moveByKey(event, handle)}
      />
    </div>
  )
}

const steps: Record<string, number> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
  PageUp: 10,
  PageDown: -10,
}

function moveByKey(event: KeyboardEvent, handle: Handle): void {
  const last = handle.points.length - 1
  const target =
    event.key === 'Home' ? 0 : event.key === 'End' ? last : handle.index + (steps[event.key] ?? NaN)
  if (Number.isNaN(target)) return
  event.preventDefault()
  handle.onMove(Math.min(last, Math.max(0, target)))
}

/** The point nearest to the pointer on the screen. */
function nearest(
  points: Handle['points'],
  pointer: { clientX: number; clientY: number },
  area: DOMRect,
): number {
  let best = 0
  let least = Infinity
  points.forEach((point, index) => {
    const dx = area.left + point.x * area.width - pointer.clientX
    const dy = area.top + (1 - point.y) * area.height - pointer.clientY
    const distance = dx * dx + dy * dy
    if (distance < least) {
      least = distance
      best = index
    }
  })
  return best
}
