import { describe, expect, it } from 'vitest'
import type { Dataset } from '@/values/dataset'
import { codedColumn, numberColumn, type Column } from '@/values/table'
import { countDistinct } from './countDistinct'
import { previewTable } from './tablePreview'

function datasetOf(columns: Column[], rowCount: number, changes: Partial<Dataset> = {}): Dataset {
  const table = { rowCount, columns }
  return {
    kind: 'dataset',
    raw: table,
    table,
    roles: new Map(),
    marks: null,
    recipe: [],
    objective: null,
    ...changes,
  }
}

describe('previewTable', () => {
  it('describes numbers by range, mean, distinct values and a histogram, missing ones left out', () => {
    const [column] = previewTable(datasetOf([numberColumn('size', [1, 2, 2, NaN, 5])], 5)).columns
    expect(column).toMatchObject({
      type: 'numeric',
      missing: 1,
      distinct: 3,
      minimum: 1,
      maximum: 5,
      mean: 2.5,
    })
    expect(column.histogram).toHaveLength(20)
    expect(column.histogram.reduce((a, b) => a + b)).toBe(4)
    expect([column.histogram[0], column.histogram[5], column.histogram[19]]).toEqual([1, 2, 1])
  })

  it('lists the 12 most frequent categories, the most frequent first', () => {
    const values = Array.from({ length: 20 }, (_, i) => Array.from({ length: i + 1 }, () => `c${i}`)).flat()
    const [column] = previewTable(
      datasetOf([codedColumn('class', [...values, null])], values.length + 1),
    ).columns
    expect(column).toMatchObject({ distinct: 20, missing: 1 })
    expect(column.categories.map((category) => category.name)).toEqual(
      Array.from({ length: 12 }, (_, i) => `c${19 - i}`),
    )
    expect(column.categories[0].count).toBe(20)
  })

  it('leaves categories out that occur in no row', () => {
    const column: Column = {
      name: 'class',
      type: 'categorical',
      codes: Int32Array.of(1),
      dictionary: ['gone', 'here'],
    }
    expect(previewTable(datasetOf([column], 1)).columns[0]).toMatchObject({
      distinct: 1,
      categories: [{ name: 'here', count: 1 }],
    })
  })

  it('answers an empty table and a column without finite values', () => {
    expect(previewTable(datasetOf([], 0))).toMatchObject({
      rows: 0,
      columns: [],
      head: [],
      marks: null,
      target: null,
    })
    const [column] = previewTable(datasetOf([numberColumn('x', [Infinity, NaN])], 2)).columns
    expect(column).toMatchObject({ minimum: null, maximum: null, mean: null, histogram: [], distinct: 1 })
  })

  it('keeps mean and histogram finite at the edge of the numbers', () => {
    const [column] = previewTable(
      datasetOf([numberColumn('x', [1.7e308, 1.7e308, -1.7e308, 1.7e308])], 4),
    ).columns
    expect(column.mean).toBeCloseTo(0.85e308, -300)
    expect(column.histogram[0]).toBe(1)
    expect(column.histogram[19]).toBe(3)
  })

  it('is bounded in rows, columns and the length of texts, and survives JSON', () => {
    const wide = Array.from({ length: 2100 }, (_, i) => numberColumn(`c${i}`, new Array(60).fill(Infinity)))
    const long = codedColumn('long', new Array<string>(60).fill('x'.repeat(10_000)), 'text')
    const preview = previewTable(datasetOf([long, ...wide], 60))
    expect(preview.columns).toHaveLength(2000)
    expect(preview.head).toHaveLength(50)
    expect(preview.head[0]).toHaveLength(200)
    expect(JSON.parse(JSON.stringify(preview))).toEqual(preview)
    expect(JSON.stringify(preview).length).toBeLessThan(1_000_000)
  })

  it('names the target, roles and marks', () => {
    const columns = [numberColumn('__proto__', [1, 2]), numberColumn('', [1, 2])]
    const changes = { roles: new Map([['__proto__', 'target' as const]]), marks: Uint8Array.of(1, 3) }
    const preview = previewTable(datasetOf(columns, 2, changes))
    expect(preview.target).toBe('__proto__')
    expect(preview.columns.map((column) => column.role)).toEqual(['target', 'feature'])
    expect(preview.marks).toEqual({ train: 1, validation: 0, test: 1 })
  })
})

describe('countDistinct', () => {
  it('agrees with a set on many values', () => {
    const values = Float64Array.from({ length: 5000 }, (_, i) => ((i * 7919) % 1237) / 8)
    expect(countDistinct(values)).toBe(new Set(values).size)
  })

  it('counts 0 and -0 once and infinities apart', () => {
    expect(countDistinct(Float64Array.of(0, -0, NaN, Infinity, -Infinity))).toBe(3)
  })
})
