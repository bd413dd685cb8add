import { describe, expect, it } from 'vitest'
import reference from '@/ml/residuals/diagnose.reference.json'
import type { Role } from '@/values/dataset'
import { datasetOf, modelOf, numbers, objectiveFor, runNode, testFrom, words } from '../testing'
import definition from './definition'
import type { ResidualsPreview } from './preview'
import run from './run'

const { truth, predicted } = reference
const count = truth.length
const backwards = truth.map((_, row) => count - row)

const data = (roles: [string, Role][] = []) =>
  datasetOf(
    [
      numbers('y', truth),
      numbers('a', predicted),
      numbers('day', backwards),
      words(
        'side',
        truth.map((_, row) => (row % 3 === 0 ? 'left' : 'right')),
      ),
    ],
    {
      roles: new Map<string, Role>([['y', 'target'], ['day', 'ignored'], ['side', 'ignored'], ...roles]),
      marks: testFrom(0, count),
      objective: objectiveFor('regression'),
    },
  )

async function found(params = {}, of = data()) {
  const model = await modelOf({ ...of, marks: null })
  return (await runNode<ResidualsPreview>([definition, run], { model, data: of }, params)).preview
}

describe('residuals', () => {
  it('are tested as SciPy tests them', async () => {
    const { breuschPagan, jarqueBera } = await found()
    expect(breuschPagan!.statistic).toBeCloseTo(reference.breuschPagan.statistic, 9)
    expect(breuschPagan!.p).toBeCloseTo(reference.breuschPagan.p, 12)
    expect(jarqueBera!.statistic).toBeCloseTo(reference.jarqueBera.statistic, 9)
    expect(jarqueBera!.p).toBeCloseTo(reference.jarqueBera.p, 12)
  })

  it('are set against the quantiles of SciPy’s probplot', async () => {
    const { normal } = await found()
    normal.expected.forEach((value, i) => expect(value).toBeCloseTo(reference.expected[i], 9))
    normal.found.forEach((value, i) => expect(value).toBeCloseTo(reference.found[i], 9))
    expect(normal.found).toHaveLength(count)
  })

  it('ask for alike neighbours only where rows have an order', async () => {
    expect((await found()).durbinWatson).toBeNull()
    const named = (await found({ order: 'day' })).durbinWatson!
    expect(named.column).toBe('day')
    expect(named.value).toBeCloseTo(reference.durbinWatson, 9)
    const byRole = await found({}, data([['day', 'time']]))
    expect(byRole.durbinWatson!.value).toBeCloseTo(reference.durbinWatson, 9)
    await expect(found({ order: 'side' })).rejects.toThrow(/holds words/)
  })

  it('are told by the groups of each column, and drawn by row', async () => {
    const { byColumn, picture } = await found()
    const left = truth.map((value, row) => value - predicted[row])
    const own = left.filter((_, row) => row % 3 === 0)
    const side = byColumn.find(({ column }) => column === 'side')!.groups.find(({ name }) => name === 'left')!
    expect(side.rows).toBe(own.length)
    expect(side.mean).toBeCloseTo(own.reduce((sum, value) => sum + value, 0) / own.length, 4)
    expect(picture.axes).toEqual(['a', 'day', 'Predicted', 'Residual', '√|standardised residual|'])
    expect(picture.points[3][3]).toBeCloseTo(left[3], 3)
  })

  it('are of numbers alone', async () => {
    const classed = datasetOf([words('y', ['a', 'b', 'a', 'b']), numbers('a', [0, 1, 0, 1])], {
      objective: objectiveFor('binary', { positiveClass: 'a' }),
      marks: testFrom(2, 4),
    })
    await expect(runNode([definition, run], { model: await modelOf(classed) })).rejects.toThrow(/binary/)
  })
})
