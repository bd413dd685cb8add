import { useRef, useState, type PointerEvent } from 'react'
import { addNode } from '@/state/actions'
import { snapped, usualSize } from '../canvas/cardRects'
import { canvasView } from '../canvas/view'

interface Point {
  x: number
  y: number
}

const threshold = 6

/** Dragging a palette entry with mouse, pen or finger: let go over the canvas, the node appears under the pointer. */
export function useEntryDrag(type: string) {
  const start = useRef<Point | null>(null)
  const dragged = useRef(false)
  const [at, setAt] = useState<Point | null>(null)
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    dragged.current = false
    if (event.button !== 0) return
    start.current = { x: event.clientX, y: event.clientY }
    event.currentTarget.setPointerCapture(event.pointerId)
  }
  const onPointerMove = (event: PointerEvent) => {
    if (!start.current) return
    const here = { x: event.clientX, y: event.clientY }
    if (!dragged.current && Math.hypot(here.x - start.current.x, here.y - start.current.y) < threshold) return
    dragged.current = true
    setAt(here)
  }
  const stop = () => {
    start.current = null
    setAt(null)
  }
  const onPointerUp = (event: PointerEvent) => {
    if (start.current && dragged.current) dropAt(type, { x: event.clientX, y: event.clientY })
    stop()
  }
  return {
    at,
    wasDragged: () => dragged.current,
    onPointerDown,
    onPointerMove,
    onPointerUp,
    onPointerCancel: stop,
  }
}

function dropAt(type: string, screen: Point): void {
  const view = canvasView()
  if (!view?.contains(screen)) return
  const { x, y } = view.toCanvas(screen)
  const id = addNode(type, snapped(x - usualSize.width / 2, y - usualSize.height / 2))
  if (id !== '') view.focus(id)
}
