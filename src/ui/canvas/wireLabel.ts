import type { Point, Rect } from './feedbackRoute'

const digitWidth = 6.6

/**
 * Where the label of a wire may stand: just above the middle of the wire, when no card is there; else null, and the
 * label is left to the tooltip.
 */
export function labelPlace(text: string, middle: Point, cards: Iterable<Rect>): Point | null {
  const width = text.length * digitWidth + 10
  const box = { x: middle.x - width / 2, y: middle.y - 20, width, height: 17 }
  for (const card of cards) if (overlaps(box, card)) return null
  return { x: middle.x, y: middle.y - 8 }
}

const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
