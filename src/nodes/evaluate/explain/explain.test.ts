import { beforeAll, describe, expect, it } from 'vitest'
import { startWasm } from '@/ml/tensor/backend'
import { wasmFile } from '@/ml/tensor/wasmFile'
import reference from '@/ml/explain/permutationImportance.reference.json'
import { datasetOf, learnerOf, modelOf, numbers, objectiveFor, runNode, testFrom } from '../testing'
import definition from './definition'
import type { ExplainPreview } from './preview'
import run from './run'

const { x } = reference
const columns = ['a', 'b', 'c'].map((name, i) =>
  numbers(
    name,
    x.map((row) => row[i]),
  ),
)
const y = numbers(
  'y',
  x.map((row) => 3 * row[0] - 2 * row[1]),
)
const data = datasetOf([...columns, y], { marks: testFrom(35, 60), objective: objectiveFor('regression') })

const withHole = (column: ReturnType<typeof numbers>, row: number) => ({
  ...column,
  values: column.values.map((value, at) => (at === row ? NaN : value)),
})

const explain = async (type: string, params = {}, settings = {}) => {
  const model = await modelOf(data, learnerOf(type, settings))
  return runNode<ExplainPreview>([definition, run], { model }, params)
}

function expectAdditive({ base, shown }: ExplainPreview): void {
  for (const { answer, parts, rest } of shown)
    expect(Math.abs(base + rest + parts.reduce((sum, part) => sum + part, 0) - answer)).toBeLessThan(1e-9)
}

beforeAll(() => startWasm(wasmFile()))

describe('explanations of predictions', () => {
  it('are weight times distance from the mean of the rows compared with, for a linear model', async () => {
    const { preview } = await explain('build/linear-regression', { background: 500 })
    const mean = x.slice(0, 35).reduce((sum, row) => sum + row[0], 0) / 35
    const a = preview.features.findIndex(({ name }) => name === 'a')
    for (const { row, parts } of preview.shown) expect(parts[a]).toBeCloseTo(3 * (x[row][0] - mean), 9)
    expect(preview.features[a].direction).toBeCloseTo(1, 9)
    expectAdditive(preview)
  })

  it.each(['build/decision-tree', 'build/random-forest', 'build/extra-trees'])(
    'of %s are exact and add up to the answer',
    async (type) => {
      const { preview, figure } = await explain(type, {}, type === 'build/decision-tree' ? {} : { trees: 5 })
      expect(preview.method).toBe('tree')
      expect(preview.shown).toHaveLength(25)
      expectAdditive(preview)
      expect(figure).toBe('a moves most')
    },
  )

  it('leave out rows to compare with that cannot be scored, and say so', async () => {
    const model = await modelOf(data, learnerOf('build/linear-regression'))
    const holed = {
      ...data,
      raw: { ...data.raw, columns: [withHole(columns[0], 3), ...columns.slice(1), y] },
    }
    const given = { model, data: holed }
    const { preview, warnings } = await runNode<ExplainPreview>([definition, run], given, { background: 500 })
    const mean = x.slice(0, 35).reduce((sum, row, at) => (at === 3 ? sum : sum + row[0]), 0) / 34
    const a = preview.features.findIndex(({ name }) => name === 'a')
    expect(preview.rows).toBe(25)
    for (const { row, parts } of preview.shown) expect(parts[a]).toBeCloseTo(3 * (x[row][0] - mean), 9)
    expect(warnings!.map(({ text }) => text).join()).toMatch(/1 of 35 rows to compare with/)
  })

  it('names a class that the model does not know', async () => {
    const classes = datasetOf(
      [
        ...columns,
        numbers(
          'y',
          x.map((row) => Number(row[0] > 0)),
        ),
      ],
      {
        marks: testFrom(35, 60),
        objective: objectiveFor('binary', { positiveClass: '1' }),
      },
    )
    const model = await modelOf(classes, learnerOf('build/decision-tree'))
    await expect(runNode([definition, run], { model }, { class: 'no' })).rejects.toThrow(/does not know “no”/)
    const { preview } = await runNode<ExplainPreview>([definition, run], { model })
    expect(preview.className).toBe('1')
    expectAdditive(preview)
  })
})
