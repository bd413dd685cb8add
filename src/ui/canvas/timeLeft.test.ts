import { expect, test } from 'vitest'
import { timeLeft } from './timeLeft'

test('time left follows from the share that is done', () => {
  expect(timeLeft(0.25, 10_000)).toBe(30_000)
})

test('nothing is claimed while too little is known', () => {
  expect(timeLeft(null, 10_000)).toBeNull()
  expect(timeLeft(0.01, 10_000)).toBeNull()
  expect(timeLeft(0.5, 500)).toBeNull()
})
