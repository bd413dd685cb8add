import { describe, expect, it } from 'vitest'
import { findUnsafe } from '@/engine/jsonSafe'
import type { Evaluation, Predictions } from '@/values/evaluation'
import reference from '@/ml/metrics/metrics.reference.json'
import scaleDefinition from '../../prepare/scale/definition'
import scale from '../../prepare/scale/run'
import { runNode as prepareNode } from '../../prepare/testing'
import { datasetOf, learnerOf, modelOf, numbers, objectiveFor, runNode, testFrom, words } from '../testing'
import definition from './definition'
import type { HoldoutPreview } from './preview'
import run from './run'

const { truth, score } = reference.smooth
const rows = truth.length
const labels = truth.map((value) => (value === 1 ? 'yes' : 'no'))
const objective = objectiveFor('binary', { positiveClass: 'yes', threshold: 0.8, costFalseNegative: 5 })

/** 40 training rows before the reference rows, which are the test. */
function binary(more = {}) {
  const training = Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 'no' : 'yes'))
  const columns = [
    numbers('score', [...training.map(() => 0.9), ...score]),
    words('y', [...training, ...labels]),
  ]
  return datasetOf(columns, { marks: testFrom(40, 40 + rows), objective, ...more })
}

const evaluate = (inputs: Record<string, unknown>, params = {}) =>
  runNode<HoldoutPreview>([definition, run], inputs, params)

const valuesOf = (preview: HoldoutPreview, at = 0) =>
  Object.fromEntries(preview.models[at].metrics.map(({ metric, value }) => [metric, value]))

describe('hold-out evaluation', () => {
  it('gives scikit-learn’s figures for the test rows alone', async () => {
    const { preview, metrics, figure } = await evaluate({ models: [await modelOf(binary())] })
    for (const [metric, value] of Object.entries(reference.smooth.metrics)) {
      expect(valuesOf(preview)[metric], metric).toBeCloseTo(value, 9)
      expect(metrics![metric]).toBe(valuesOf(preview)[metric])
      expect(metrics![`test/echo.${metric}`]).toBe(metrics![metric])
    }
    expect(preview.rows).toBe(rows)
    expect(preview.models[0].confusion!.counts).toEqual(reference.smooth.confusion)
    expect(figure).toBe(`ROC AUC ${reference.smooth.metrics.rocAuc.toFixed(3)}`)
  })

  it('gives intervals, curves and counts that JSON keeps', async () => {
    const { preview } = await evaluate({ models: [await modelOf(binary())] })
    expect(findUnsafe(preview)).toBeNull()
    for (const { metric, value, low, high } of preview.models[0].metrics) {
      expect(low!, metric).toBeLessThanOrEqual(value)
      expect(high!, metric).toBeGreaterThanOrEqual(value)
    }
    expect(preview.models[0].roc!.x.length).toBeGreaterThan(50)
    expect(preview.models[0].counts!.thresholds).toContain(0.5)
  })

  it('decides classes by the chosen threshold, while curves stay', async () => {
    const model = await modelOf(binary())
    const low = (await evaluate({ models: [model] }, { threshold: 0.1 })).preview
    const high = (await evaluate({ models: [model] }, { threshold: 0.9 })).preview
    expect(valuesOf(low).recall).toBeGreaterThan(valuesOf(high).recall)
    expect(valuesOf(low).rocAuc).toBe(valuesOf(high).rocAuc)
    expect([low.threshold, high.threshold]).toEqual([0.1, 0.9])
  })

  it('says MET or NOT MET for the best model on the primary metric', async () => {
    const good = await modelOf(binary(), learnerOf('test/echo', {}, 'good'))
    const chance = await modelOf(binary(), learnerOf('build/baseline', {}, 'chance'))
    const both = await evaluate({ models: [chance, good] })
    expect(both.preview.verdict).toMatchObject({ met: true, node: 'good', metric: 'rocAuc', threshold: 0.8 })
    expect((both.outputs.predictions as Predictions).model).toBe('good')
    expect(both.metrics!['chance.rocAuc']).toBe(0.5)
    const alone = await evaluate({ models: [chance] })
    expect(alone.preview.verdict).toMatchObject({ met: false, node: 'chance', value: 0.5 })
  })

  it('gives the predictions of the test rows, by row number', async () => {
    const { outputs } = await evaluate({ models: [await modelOf(binary())] })
    const predictions = outputs.predictions as Predictions
    expect([predictions.rows[0], predictions.rows.length]).toEqual([40, rows])
    expect(Array.from(predictions.truth)).toEqual(truth)
    expect(predictions.scores[1]).toBe(score[0])
    expect((outputs.evaluation as Evaluation).models[0].confusion!.counts).toEqual(reference.smooth.confusion)
  })

  it('judges a regression with residuals', async () => {
    const { truth: y, predicted, metrics } = reference.odd
    const columns = [numbers('x', [1, 2, ...predicted]), numbers('y', [1, 2, ...y])]
    const data = datasetOf(columns, {
      marks: testFrom(2, y.length + 2),
      objective: objectiveFor('regression'),
    })
    const { preview, figure } = await evaluate({ models: [await modelOf(data)] })
    for (const [metric, value] of Object.entries(metrics))
      expect(valuesOf(preview)[metric]).toBeCloseTo(value, 9)
    expect(preview.models[0].residuals!.points[0].residual).toBeCloseTo(y[0] - predicted[0], 12)
    expect(figure).toMatch(/^RMSE /)
    expect(findUnsafe(preview)).toBeNull()
  })

  it('holds models against the target as it was gathered, also where separate test data scaled it', async () => {
    const columns = [numbers('x', [10, 20, 30, 40]), numbers('y', [10, 20, 30, 40])]
    const model = await modelOf(datasetOf(columns, { objective: objectiveFor('regression') }))
    const call = { data: datasetOf(columns, { roles: new Map() }) }
    const { outputs } = await prepareNode(scaleDefinition, scale, call)
    const { preview } = await evaluate({ models: [model], data: outputs.data })
    expect(valuesOf(preview).rmse).toBe(0)
  })
})

describe('what cannot be judged', () => {
  it('a model whose data have no test rows is an error that names the Split node', async () => {
    const model = await modelOf(binary({ marks: null }))
    await expect(evaluate({ models: [model] })).rejects.toMatchObject({ reason: { kind: 'different-data' } })
  })

  it('models of different targets', async () => {
    const one = await modelOf(binary())
    const other = { ...one, model: { ...one.model, target: 'z' } }
    await expect(evaluate({ models: [one, other] })).rejects.toThrow(/different targets, “y” and “z”/)
  })

  it('test rows of one class leave ROC AUC out, with its reason', async () => {
    const model = await modelOf(binary())
    const data = datasetOf([numbers('score', [0.2, 0.7, 0.6]), words('y', ['no', 'no', 'no'])])
    const { preview, warnings } = await evaluate({ models: [model], data })
    expect(valuesOf(preview).rocAuc).toBeUndefined()
    expect(preview.models[0].absent.find(({ metric }) => metric === 'rocAuc')!.reason).toMatch(/same class/)
    expect(warnings![0].text).toMatch(/ROC AUC has no value/)
    expect(preview.verdict).toBeNull()
    expect(findUnsafe(preview)).toBeNull()
  })

  it('a class that training never saw counts as wrong, and is named', async () => {
    const model = await modelOf(binary())
    const data = datasetOf([
      numbers('score', [0.2, 0.7, 0.6, 0.1]),
      words('y', ['no', 'yes', 'perhaps', null]),
    ])
    const { preview, warnings } = await evaluate({ models: [model], data })
    expect(valuesOf(preview).accuracy).toBeCloseTo(2 / 3, 12)
    expect(warnings!.map(({ text }) => text).join(' ')).toMatch(/1 row.* left out.*never saw.*perhaps/s)
    expect(preview.source).toBe('test-data')
  })

  it('warns when the separate test data are the training rows', async () => {
    const data = binary({ marks: null })
    const { warnings } = await evaluate({ models: [await modelOf(data)], data })
    expect(warnings!.map(({ text }) => text)).toContainEqual(expect.stringMatching(/very rows/))
  })
})
