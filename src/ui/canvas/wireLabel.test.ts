import { expect, test } from 'vitest'
import { labelPlace } from './wireLabel'

const card = (x: number, y: number) => ({ x, y, width: 200, height: 72 })
const level = (x: number, y: number) => ({ middle: { x, y }, steep: false })

test('a label stands above the middle of its wire where there is room', () => {
  const place = labelPlace('344 × 7', level(245, 36), [card(0, 0), card(290, 0)])
  expect(place).toEqual({ x: 245, y: 28, anchor: 'middle' })
})

test('a label that would lie under a card is left out', () => {
  expect(labelPlace('100,000 × 12', level(215, 36), [card(0, 0), card(230, 0)])).toBeNull()
})

test('beside a steep wire the label stands to its right', () => {
  const place = labelPlace('344 × 7', { middle: { x: 245, y: 200 }, steep: true }, [card(0, 0)])
  expect(place).toEqual({ x: 254, y: 204, anchor: 'start' })
})
