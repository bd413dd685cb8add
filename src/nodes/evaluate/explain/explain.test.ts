import { beforeAll, describe, expect, it } from 'vitest'
import { startWasm } from '@/ml/tensor/backend'
import { wasmFile } from '@/ml/tensor/wasmFile'
import reference from '@/ml/explain/permutationImportance.reference.json'
import { datasetOf, learnerOf, modelOf, numbers, objectiveFor, runNode, testFrom, words } from '../testing'
import type { JsonObject } from '@/base/json'
import { stillPulse } from '@/contract/pulse'
import { scoreTable } from '@/ml/score'
import { catalog } from '../../catalog'
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

const smaller: Record<string, JsonObject> = {
  'build/random-forest': { trees: 5 },
  'build/extra-trees': { trees: 5 },
  'build/gradient-boosting': { iterations: 20, minSamplesLeaf: 2 },
}

describe('explanations of predictions', () => {
  it('are weight times distance from the mean of the rows compared with, for a linear model', async () => {
    const { preview } = await explain('build/linear-regression', { background: 500 })
    const mean = x.slice(0, 35).reduce((sum, row) => sum + row[0], 0) / 35
    const a = preview.features.findIndex(({ name }) => name === 'a')
    for (const { row, parts } of preview.shown) expect(parts[a]).toBeCloseTo(3 * (x[row][0] - mean), 9)
    expect(preview.features[a].direction).toBeCloseTo(1, 9)
    expectAdditive(preview)
  })

  it.each(['build/decision-tree', 'build/random-forest', 'build/extra-trees', 'build/gradient-boosting'])(
    'of %s are exact and add up to the answer',
    async (type) => {
      const { preview, figure } = await explain(type, {}, smaller[type])
      expect(preview.method).toBe('tree')
      expect(preview.shown).toHaveLength(25)
      expectAdditive(preview)
      expect(figure).toBe('a moves most')
    },
  )

  it.each([
    ['binary', 'yes', 'log-odds', 2],
    ['binary', 'no', 'log-odds', 2],
    ['multiclass', 'b', 'score', 3],
  ] as const)(
    'of a boosting of %s add up to what makes the probability of “%s”',
    async (task, wanted, addsUpTo, count) => {
      const kinds = count === 2 ? ['no', 'yes'] : ['a', 'b', 'c']
      const kind = words(
        'y',
        x.map((row) => kinds[Math.max(0, Math.min(Math.floor(row[0] + row[1] + 1), count - 1))]),
      )
      const two = task === 'binary' ? { positiveClass: 'yes' } : {}
      const classes = datasetOf([...columns, kind], {
        marks: testFrom(35, 60),
        objective: objectiveFor(task, two),
      })
      const learner = learnerOf('build/gradient-boosting', smaller['build/gradient-boosting'])
      const model = await modelOf(classes, learner)
      const { preview } = await runNode<ExplainPreview>([definition, run], { model }, { class: wanted })
      expect([preview.method, preview.addsUpTo]).toEqual(['tree', addsUpTo])
      expectAdditive(preview)
      const scores = await scoreTable(catalog, model.model, classes.raw, stillPulse)
      const at = model.model.classes.indexOf(wanted)
      for (const { row, answer } of preview.shown) {
        const chances = scores.values.subarray(row * count, (row + 1) * count)
        if (count === 2) expect(answer).toBeCloseTo(Math.log(chances[at] / (1 - chances[at])), 9)
        else expect(Math.abs(answer)).toBeLessThan(20)
      }
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
