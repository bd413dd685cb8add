import type { Point, Rect } from './feedbackRoute'

const digitWidth = 6.8

export interface LabelPlace extends Point {
  anchor: 'middle' | 'start'
}

/**
 * Where the label of a wire may stand: just above the middle of a level wire, to the right of a steep one, when no card
 * is there; else null, and the label is left to the tooltip.
 */
export function labelPlace(
  text: string,
  { middle, steep }: { middle: Point; steep: boolean },
  cards: Iterable<Rect>,
): LabelPlace | null {
  const width = text.length * digitWidth + 8
  const left = steep ? middle.x + 6 : middle.x - width / 2
  const box = { x: left, y: middle.y - (steep ? 9 : 20), width, height: 17 }
  for (const card of cards) if (overlaps(box, card)) return null
  return steep
    ? { x: middle.x + 9, y: middle.y + 4, anchor: 'start' }
    : { x: middle.x, y: middle.y - 8, anchor: 'middle' }
}

const overlaps = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
