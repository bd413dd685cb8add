import type { FocusEvent } from 'react'
import { canvasView } from './view'

/** A card that the keyboard reaches outside the visible part of the canvas is brought into view. */
export function revealOnFocus(event: FocusEvent<HTMLElement>): void {
  const node = event.target as HTMLElement
  if (!node.classList.contains('react-flow__node') || !node.matches(':focus-visible')) return
  const box = event.currentTarget.getBoundingClientRect()
  const card = node.getBoundingClientRect()
  const seen =
    card.left >= box.left && card.right <= box.right && card.top >= box.top && card.bottom <= box.bottom
  if (!seen && node.dataset.id) canvasView()?.fit([node.dataset.id])
}
