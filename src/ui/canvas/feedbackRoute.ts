export interface Rect {
  x: number
  y: number
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

/** Which edge of a card the wire leaves from or arrives at. */
export type Side = 'top' | 'bottom'

export interface FeedbackRoute {
  /** Corners of an orthogonal line, from the source's edge to the target's edge. */
  points: Point[]
  /** Middle of the longest level stretch, where the rule is written. */
  label: Point
}

export interface FeedbackEnds {
  source: Rect
  target: Rect
  /** All cards, the two included. */
  cards: readonly Rect[]
  /** Number of feedback wires drawn before this one, so that they do not lie on each other. */
  lane?: number
  /** Of the rule's words, in pixels. */
  labelWidth?: number
}

const stub = 14
const clearance = 20
const sides: readonly Side[] = ['bottom', 'top']
const hitCost = 100_000
const bendCost = 24
/** Less than a card that is crossed, more than any detour: words over a card, or over no level stretch long enough. */
const hiddenLabelCost = 8000

/**
 * Finds an orthogonal way from one card to another that crosses as few other cards as possible, has room for its label,
 * and then is short. Candidate lanes run just above and below every card; candidate columns beside the two cards.
 */
export function routeFeedback({
  source,
  target,
  cards,
  lane = 0,
  labelWidth = 0,
}: FeedbackEnds): FeedbackRoute {
  const near = cardsAround(source, target, cards)
  let best: Point[] = []
  let bestCost = Infinity
  for (const points of candidateWays(source, target, near, lane)) {
    let cost = lengthOf(points)
    if (cost >= bestCost) continue
    cost += crossings(points, near) * hitCost + (labelFits(points, labelWidth, near) ? 0 : hiddenLabelCost)
    if (cost < bestCost) [best, bestCost] = [points, cost]
  }
  return { points: best, label: middleOf(longestLevel(best)) }
}

function* candidateWays(source: Rect, target: Rect, near: readonly Rect[], lane: number): Generator<Point[]> {
  const levels = candidateLevels([source, target, ...near], lane)
  for (const from of sides) {
    for (const to of sides) {
      for (const level of levels) yield* waysThrough({ source, target, from, to, level, shift: lane * 8 })
    }
  }
}

/** Only cards between and near the two matter; at most 60, so that a large canvas stays quick. */
function cardsAround(source: Rect, target: Rect, cards: readonly Rect[]): Rect[] {
  const left = Math.min(source.x, target.x) - 40
  const right = Math.max(source.x + source.width, target.x + target.width) + 40
  return cards.filter((card) => card.x < right && card.x + card.width > left).slice(0, 60)
}

function candidateLevels(cards: Rect[], lane: number): number[] {
  const gap = clearance + 12 + lane * 20
  return [...new Set(cards.flatMap((card) => [card.y - gap, card.y + card.height + gap]).map(Math.round))]
}

interface Way {
  source: Rect
  target: Rect
  from: Side
  to: Side
  level: number
  shift: number
}

/** The ways along one level: straight out of the ports, or beside the cards where something is in the way. */
function waysThrough({ source, target, from, to, level, shift }: Way): Point[][] {
  const start = portOf(source, from)
  const end = portOf(target, to)
  const startStub = start.y + (from === 'top' ? -stub : stub)
  const endStub = end.y + (to === 'top' ? -stub : stub)
  const ways: Point[][] = []
  for (const x1 of columnsBeside(source, start.x, shift)) {
    for (const x2 of columnsBeside(target, end.x, shift)) {
      const middle = [at(x1, startStub), at(x1, level), at(x2, level), at(x2, endStub)]
      ways.push(withoutDoubles([start, at(start.x, startStub), ...middle, at(end.x, endStub), end]))
    }
  }
  return ways
}

const at = (x: number, y: number): Point => ({ x, y })

const portOf = (card: Rect, side: Side): Point =>
  at(card.x + card.width / 2, side === 'top' ? card.y : card.y + card.height)

const columnsBeside = (card: Rect, port: number, shift: number): number[] => [
  port,
  card.x - clearance - shift,
  card.x + card.width + clearance + shift,
]

function withoutDoubles(points: Point[]): Point[] {
  const distinct = points.filter((p, i) => i === 0 || p.x !== points[i - 1].x || p.y !== points[i - 1].y)
  return distinct.filter((p, i) => {
    const [before, after] = [distinct[i - 1], distinct[i + 1]]
    return (
      !before || !after || !((before.x === p.x && p.x === after.x) || (before.y === p.y && p.y === after.y))
    )
  })
}

function lengthOf(points: Point[]): number {
  let length = points.length * bendCost
  for (let i = 1; i < points.length; i++) {
    length += Math.abs(points[i - 1].x - points[i].x) + Math.abs(points[i - 1].y - points[i].y)
  }
  return length
}

function crossings(points: Point[], cards: readonly Rect[]): number {
  let count = 0
  for (let i = 1; i < points.length; i++) {
    for (const card of cards) if (crosses(points[i - 1], points[i], card)) count++
  }
  return count
}

function labelFits(points: Point[], width: number, cards: readonly Rect[]): boolean {
  const [a, b] = longestLevel(points)
  if (Math.abs(a.x - b.x) < width) return false
  const middle = middleOf([a, b])
  const left = at(middle.x - width / 2, middle.y)
  return !cards.some(
    (card) =>
      crosses(left, at(left.x + width, middle.y + 8), card) ||
      crosses(left, at(left.x + width, middle.y - 8), card),
  )
}

/** Whether a level or upright stretch enters the card, a margin of 4 included; touching its edge at a port does not count. */
export function crosses(a: Point, b: Point, card: Rect): boolean {
  const margin = a.y === b.y ? 4 : -1
  const [left, right] = [Math.min(a.x, b.x), Math.max(a.x, b.x)]
  const [top, bottom] = [Math.min(a.y, b.y), Math.max(a.y, b.y)]
  const inX = right > card.x - 4 && left < card.x + card.width + 4
  return inX && bottom > card.y - margin && top < card.y + card.height + margin
}

function longestLevel(points: Point[]): [Point, Point] {
  let best: [Point, Point] = [points[0], points[0]]
  let longest = -1
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1], points[i]]
    if (a.y !== b.y || Math.abs(a.x - b.x) <= longest) continue
    longest = Math.abs(a.x - b.x)
    best = [a, b]
  }
  return best
}

const middleOf = ([a, b]: [Point, Point]): Point => at((a.x + b.x) / 2, (a.y + b.y) / 2)

/** An SVG path through the corners, each rounded. */
export function roundedPath(points: readonly Point[], radius = 8): string {
  const parts = [`M ${points[0].x} ${points[0].y}`]
  for (let i = 1; i < points.length - 1; i++) {
    const [before, corner, after] = [points[i - 1], points[i], points[i + 1]]
    const enter = towards(corner, before, radius)
    const leave = towards(corner, after, radius)
    parts.push(`L ${enter.x} ${enter.y} Q ${corner.x} ${corner.y} ${leave.x} ${leave.y}`)
  }
  const last = points[points.length - 1]
  return [...parts, `L ${last.x} ${last.y}`].join(' ')
}

function towards(from: Point, to: Point, radius: number): Point {
  const length = Math.abs(to.x - from.x) + Math.abs(to.y - from.y)
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length
  return at(from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share)
}
