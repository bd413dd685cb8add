import type { Rect } from './feedbackRoute'

/** From the middle of a card past its edge, with some air. */
const clearance = 72
const air = 4

export interface WireEnds {
  sourceX: number
  sourceY: number
  targetX: number
  targetY: number
}

/**
 * Height of the level stretch of a wire that goes back: just past its own card, so that wires of one source share
 * their way, else half-way, else just before the target; the first of these where no card is in the way.
 */
export function levelStretch(ends: WireEnds, cards: readonly Rect[]): number {
  const half = (ends.targetY - ends.sourceY) / 2
  const near = Math.sign(half) * Math.min(Math.abs(half), clearance)
  const heights = [ends.sourceY + near, ends.sourceY + half, ends.targetY - near]
  return heights.find((y) => !cards.some((card) => isInTheWay(card, ends, y))) ?? heights[0]
}

function isInTheWay(card: Rect, { sourceX, targetX }: WireEnds, y: number): boolean {
  const across = card.x < Math.max(sourceX, targetX) && card.x + card.width > Math.min(sourceX, targetX)
  return across && y > card.y - air && y < card.y + card.height + air
}
