import { describe, expect, it } from 'vitest'
import reference from '@/ml/slices/slices.reference.json'
import { cellValue, findColumn } from '@/values/table'
import type { Dataset } from '@/values/dataset'
import { datasetOf, modelOf, numbers, objectiveFor, runNode, testFrom, words } from '../testing'
import definition from './definition'
import type { SlicesPreview } from './preview'
import python from './python'
import run from './run'

const { columns, ages, places, gaps } = reference
const data = datasetOf(
  [
    words('y', columns.truth),
    numbers('score', columns.score),
    numbers(
      'age',
      columns.age.map((age) => age ?? NaN),
    ),
    words('place', columns.place),
  ],
  {
    roles: new Map([
      ['y', 'target'],
      ['age', 'ignored'],
      ['place', 'ignored'],
    ]),
    marks: testFrom(0, 120),
    objective: objectiveFor('binary', { positiveClass: 'yes' }),
  },
)

async function found(params = {}, of: Dataset = data) {
  const model = await modelOf({ ...of, marks: null })
  return runNode<SlicesPreview>([definition, run], { model, data: of }, { metric: 'f1', ...params })
}

const figuresOf = ({ slices }: SlicesPreview) =>
  slices.map(({ rows, metric, called, found: hit, alarms }) => [
    rows,
    metric?.value,
    called?.value,
    hit?.value,
    alarms?.value,
  ])

const expected = (groups: typeof ages | typeof places) =>
  groups.map(({ rows, f1, called, found: hit, alarms }) => [rows, f1, called, hit, alarms])

function expectClose(actual: (number | undefined)[][], wanted: number[][]): void {
  expect(actual).toHaveLength(wanted.length)
  actual.forEach((row, i) => row.forEach((value, k) => expect(value).toBeCloseTo(wanted[i][k], 12)))
}

describe('slices', () => {
  it('have scikit-learn’s figures in the groups of pandas', async () => {
    const byPlace = await found({ columns: ['place'] })
    const largest = [...places].sort((a, b) => b.rows - a.rows)
    expect(byPlace.preview.slices.map(({ name }) => name)).toEqual(largest.map(({ name }) => name))
    expectClose(figuresOf(byPlace.preview), expected(largest))
    const byAge = await found({ columns: ['age'] })
    expect(byAge.preview.slices.map(({ name }) => name).at(-1)).toBe('no value')
    expectClose(figuresOf(byAge.preview).slice(0, -1), expected(ages))
  })

  it('tell the fairness gaps over groups that are not small', async () => {
    const { preview, metrics } = await found({ columns: ['place'], smallest: 1 })
    const [own] = preview.gaps
    for (const name of ['demographicParity', 'disparateImpact', 'equalOpportunity', 'equalisedOdds'] as const)
      expect(own[name]).toBeCloseTo(gaps[name], 12)
    expect(metrics!['demographicParity place']).toBeCloseTo(gaps.demographicParity, 12)
    const two = await found({ columns: ['place'], smallest: 30 })
    expect(two.preview.slices.map(({ small }) => small)).toEqual([false, false, true])
    expect(two.preview.gaps[0].groups).toBe(2)
    const none = await found({ columns: ['place'], smallest: 1000 })
    expect(none.preview.gaps[0]).toMatchObject({ groups: 0, demographicParity: null, disparateImpact: null })
  })

  it('have intervals around their figures', async () => {
    const { preview } = await found({ columns: ['place'] })
    for (const { metric, called } of preview.slices) {
      for (const one of [metric!, called!]) {
        expect(one.low!).toBeLessThan(one.value)
        expect(one.high!).toBeGreaterThan(one.value)
      }
    }
  })

  it('are of the features where none is chosen, or of all combinations', async () => {
    expect((await found()).preview.slices.every(({ column }) => column === 'score')).toBe(true)
    const both = await found({ columns: ['place', 'age'], together: true })
    expect(both.preview.slices.reduce((sum, { rows }) => sum + rows, 0)).toBe(120)
    expect(both.preview.slices[0].column).toBe('place × age')
    expect(both.preview.slices.length).toBeGreaterThan(8)
    await expect(found({ columns: ['plase'] })).rejects.toThrow(/no column named “plase”/)
  })

  it('are of columns looked up by rules in the exported program too', () => {
    const columns = ['kind', { type: 'numeric' }]
    const { lines, helpers } = python.sklearn({
      params: definition.params.parse({ columns }),
      node: 'n',
      title: 'Slices',
      seed: 1,
      inputs: { model: ['model'] },
      inputNodes: { model: ['m'] },
      outputs: { slices: 'made' },
      objective: {} as never,
    })
    expect(lines.join()).toContain('columns=ChosenColumns(["kind"], types=["numeric"])')
    expect(helpers).toContain('chosen_columns')
  })

  it('go on as a table', async () => {
    const { outputs } = await found({ columns: ['place'] })
    const { raw } = (outputs as unknown as { slices: Dataset }).slices
    expect(raw.rowCount).toBe(3)
    expect(cellValue(findColumn(raw, 'group')!, 0)).toBe('north')
  })
})
