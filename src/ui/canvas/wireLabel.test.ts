import { expect, test } from 'vitest'
import { labelPlace } from './wireLabel'

const card = (x: number, y: number) => ({ x, y, width: 200, height: 72 })

test('a label stands above the middle of its wire where there is room', () => {
  expect(labelPlace('344 × 7', { x: 245, y: 36 }, [card(0, 0), card(290, 0)])).toEqual({ x: 245, y: 28 })
})

test('a label that would lie under a card is left out', () => {
  expect(labelPlace('100,000 × 12', { x: 215, y: 36 }, [card(0, 0), card(230, 0)])).toBeNull()
})
