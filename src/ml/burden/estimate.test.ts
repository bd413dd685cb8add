import { describe, expect, it } from 'vitest'
import { largestRound, memoryFor, mostBytes, needsTrial, timesAsLong, trialRows } from './estimate'

describe('what training takes', () => {
  it('is three copies of the numbers in memory', () => {
    expect(memoryFor({ rows: 1000, features: 10 })).toBe(240_000)
    expect(memoryFor({ rows: 1_000_000, features: 20 })).toBeLessThan(mostBytes)
    expect(memoryFor({ rows: 5_000_000, features: 20 })).toBeGreaterThan(mostBytes)
  })

  it('grows by the square, or little more than the rows', () => {
    expect(timesAsLong('quadratic', 1000, 10_000)).toBe(100)
    expect(timesAsLong('sorted', 1000, 8000)).toBeCloseTo((8 * 13) / 10)
  })

  it('is tried only where it could be long', () => {
    expect(needsTrial({ rows: 19_999, features: 5 }, 'quadratic')).toBe(false)
    expect(needsTrial({ rows: 20_000, features: 5 }, 'quadratic')).toBe(true)
    expect(needsTrial({ rows: 10_000, features: 20 }, 'sorted')).toBe(false)
    expect(needsTrial({ rows: 100_000, features: 20 }, 'sorted')).toBe(true)
  })

  it('is tried on one row in a hundred, within bounds', () => {
    expect([20_000, 200_000, 5_000_000].map(trialRows)).toEqual([500, 2000, 10_000])
  })
})

it('offers the largest round sample that passes, and never less than 100 rows', () => {
  expect(largestRound(70_000, (rows) => rows < 30_000)).toBe(20_000)
  expect(largestRound(70_000, () => true)).toBe(50_000)
  expect(largestRound(70_000, () => false)).toBe(100)
})
