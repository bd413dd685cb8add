import { expect, it } from 'vitest'
import { numberColumn } from '@/values/table'
import { exportTable } from './exportTable'

it('writes the rows of a dataset as they were gathered, not as they were prepared', () => {
  const raw = { rowCount: 2, columns: [numberColumn('age', [20, 40])] }
  const table = { rowCount: 2, columns: [numberColumn('age', [-1, 1]), numberColumn('age missing', [0, 0])] }
  const bytes = exportTable({
    kind: 'dataset',
    raw,
    table,
    roles: new Map(),
    marks: null,
    recipe: [],
    objective: null,
  })
  expect(new TextDecoder().decode(bytes!)).toBe('age\r\n20\r\n40\r\n')
})
