import { expect, test } from 'vitest'
import { crosses, routeFeedback, roundedPath, type Rect } from './feedbackRoute'

const card = (column: number, row: number): Rect => ({
  x: column * 290,
  y: row * 120,
  width: 200,
  height: 72,
})
const crossings = (points: { x: number; y: number }[], cards: Rect[]) =>
  cards.filter((rect) => points.slice(1).some((point, i) => crosses(points[i], point, rect))).length

test('a feedback wire along one row of cards runs beside the row, over none of them', () => {
  const row = [0, 1, 2, 3, 4, 5].map((column) => card(column, 0))
  const { points } = routeFeedback({ source: row[5], target: row[1], cards: row })
  expect(crossings(points, row)).toBe(0)
  expect(points[0].x).toBe(row[5].x + 100)
  expect(points.at(-1)!.x).toBe(row[1].x + 100)
})

test('it goes round cards that stand above and below the one it starts from', () => {
  const column = [0, 1, 2].map((r) => card(3, r))
  const target = card(0, 1)
  const cards = [...column, target, card(1, 0), card(1, 1), card(1, 2)]
  const { points } = routeFeedback({ source: column[1], target, cards })
  expect(crossings(points, cards)).toBe(0)
})

test('every stretch is level or upright, and the label lies on a level one', () => {
  const cards = [card(0, 0), card(1, 1), card(4, 2)]
  const { points, label } = routeFeedback({ source: cards[2], target: cards[0], cards })
  for (let i = 1; i < points.length; i++) {
    expect(points[i].x === points[i - 1].x || points[i].y === points[i - 1].y).toBe(true)
  }
  expect(points.some((point, i) => i > 0 && point.y === label.y && points[i - 1].y === label.y)).toBe(true)
})

test('two feedback wires between the same cards take different lanes', () => {
  const row = [0, 1, 2, 3].map((column) => card(column, 0))
  const first = routeFeedback({ source: row[3], target: row[0], cards: row, lane: 0 })
  const second = routeFeedback({ source: row[3], target: row[0], cards: row, lane: 1 })
  expect(second.label.y).not.toBe(first.label.y)
})

test('the path starts and ends at the ports', () => {
  const path = roundedPath([
    { x: 0, y: 0 },
    { x: 0, y: 40 },
    { x: 90, y: 40 },
  ])
  expect(path.startsWith('M 0 0')).toBe(true)
  expect(path.endsWith('L 90 40')).toBe(true)
})

test('the words of the rule get a stretch that is long enough and free of cards', () => {
  const [source, target] = [card(1, 2), card(1, 0)]
  const cards = [source, target, { x: 290, y: 96, width: 200, height: 120 }, card(0, 1), card(2, 1)]
  const { points, label } = routeFeedback({ source, target, cards, labelWidth: 230 })
  const box = { x: label.x - 115, y: label.y - 8, width: 230, height: 16 }
  const under = cards.filter(
    (c) => c.x < box.x + box.width && box.x < c.x + c.width && c.y < box.y + 16 && box.y < c.y + c.height,
  )
  expect(under).toEqual([])
  expect(crossings(points, cards)).toBe(0)
})
