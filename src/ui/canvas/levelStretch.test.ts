import { expect, it } from 'vitest'
import { levelStretch } from './levelStretch'

const ends = { sourceX: 800, sourceY: 0, targetX: 0, targetY: 400 }
const card = (y: number) => ({ x: 200, y, width: 200, height: 64 })

it('runs just past its own card where nothing is in the way', () => {
  expect(levelStretch(ends, [card(200)])).toBe(72)
})

it('runs half-way, or just before the target, where a card is in the way', () => {
  expect(levelStretch(ends, [card(40)])).toBe(200)
  expect(levelStretch(ends, [card(40), card(180)])).toBe(328)
})

it('goes upward as well', () => {
  expect(levelStretch({ ...ends, targetY: -400 }, [])).toBe(-72)
})
