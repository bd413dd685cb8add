import { describe, expect, it } from 'vitest'
import { requestsTable } from './requests'

describe('requests as a table', () => {
  it('reads requests by column name, in the types of the contract', () => {
    const field = { categories: [], minimum: null, maximum: null, typical: null }
    const contract = [
      { ...field, name: '__proto__', type: 'numeric' as const },
      { ...field, name: 'day', type: 'datetime' as const },
      { ...field, name: 'colour', type: 'categorical' as const },
    ]
    const log = [
      {
        at: 1,
        columns: ['colour', '__proto__'],
        rows: [
          ['red', '1.5'],
          [null, 2],
        ],
      },
      { at: 2, columns: ['day'], rows: [['2026-01-01'], [1000]] },
    ]
    const table = requestsTable(contract, log)
    expect(table.rowCount).toBe(4)
    expect(
      table.columns.map((column) => ('values' in column ? [...column.values] : [...column.codes])),
    ).toEqual([
      [1.5, 2, NaN, NaN],
      [NaN, NaN, Date.UTC(2026, 0, 1), 1000],
      [0, -1, -1, -1],
    ])
  })
})
