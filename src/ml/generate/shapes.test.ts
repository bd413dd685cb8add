import { describe, expect, it } from 'vitest'
import { findColumn, isCoded, type Table } from '@/values/table'
import { generateShape, shapeIds } from './shapes'

const numbers = (table: Table, name: string): Float64Array => {
  const column = findColumn(table, name)
  if (!column || isCoded(column)) throw new Error(`${name} is not numeric`)
  return column.values
}
const exact = { rows: 300, noise: 0, seed: 1 }

describe('generateShape', () => {
  it.each(shapeIds)('gives the same %s for the same seed, others for another', (shape) => {
    const options = { rows: 50, noise: 0.1, seed: 7 }
    expect(generateShape(shape, options)).toEqual(generateShape(shape, options))
    expect(generateShape(shape, { ...options, seed: 8 })).not.toEqual(generateShape(shape, options))
    expect(generateShape(shape, { ...options, rows: 0 }).rowCount).toBe(0)
  })

  it('puts circles on radius 1 and a half when there is no noise', () => {
    const table = generateShape('circles', exact)
    const [x, y] = [numbers(table, 'x'), numbers(table, 'y')]
    for (let i = 0; i < 300; i++) expect(Math.hypot(x[i], y[i])).toBeCloseTo(i % 2 === 0 ? 1 : 0.5, 12)
  })

  it('puts moons on two half circles that reach into each other', () => {
    const table = generateShape('moons', exact)
    const [x, y] = [numbers(table, 'x'), numbers(table, 'y')]
    for (let i = 0; i < 300; i++) {
      const upper = i % 2 === 0
      expect(Math.hypot(x[i] - (upper ? 0 : 1), y[i] - (upper ? 0 : 0.5))).toBeCloseTo(1, 12)
      expect(upper ? y[i] >= 0 : y[i] <= 0.5).toBe(true)
    }
  })

  it('makes y a plane over x1 and x2', () => {
    const table = generateShape('linear', exact)
    const [x1, x2, y] = ['x1', 'x2', 'y'].map((name) => numbers(table, name))
    for (let i = 0; i < 300; i++) expect(y[i]).toBeCloseTo(3 * x1[i] - 2 * x2[i] + 1, 12)
  })

  it('gives every class the same number of rows', () => {
    const column = findColumn(generateShape('blobs', exact), 'class')!
    expect(isCoded(column) && [0, 1, 2].map((code) => column.codes.filter((c) => c === code).length)).toEqual(
      [100, 100, 100],
    )
  })

  it('spreads by the noise that is asked for', () => {
    const clean = numbers(generateShape('linear', { rows: 5000, noise: 0, seed: 3 }), 'y')
    const table = generateShape('linear', { rows: 5000, noise: 0.5, seed: 3 })
    const [x1, x2, y] = ['x1', 'x2', 'y'].map((name) => numbers(table, name))
    const squares = y.map((value, i) => (value - (3 * x1[i] - 2 * x2[i] + 1)) ** 2)
    expect(Math.sqrt(squares.reduce((a, b) => a + b) / 5000)).toBeCloseTo(0.5, 1)
    expect(clean).toHaveLength(5000)
  })
})
