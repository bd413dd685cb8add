import { expect, it } from 'vitest'
import { codedColumn, numberColumn, takeRows, type Table } from '@/values/table'
import { originOf, spacedOver } from './originOf'

const table: Table = {
  rowCount: 3,
  columns: [numberColumn('a', [1, NaN, 3]), codedColumn('__proto__', ['x', null, 'y'])],
}

it('names the same rows alike, whatever columns are added at the end', () => {
  const filled = { ...table, columns: [...table.columns, ...table.columns] }
  const wider = { ...filled, columns: [...filled.columns, numberColumn('e', [7, 8, 9])] }
  expect(originOf(wider)).toBe(originOf(filled))
  expect(originOf(takeRows(table, [0, 1, 2]))).toBe(originOf(table))
})

it('tells other rows and another order apart', () => {
  expect(originOf(takeRows(table, [2, 1, 0]))).not.toBe(originOf(table))
  expect(originOf(takeRows(table, [0, 1]))).not.toBe(originOf(table))
})

it('spaces rows evenly', () => {
  expect(spacedOver(3, 10)).toEqual([0, 1, 2])
  expect(spacedOver(10, 4)).toEqual([0, 2, 5, 7])
})
