import { beforeAll, describe, expect, it } from 'vitest'
import { answer } from '@/service/answer'
import type { ModelValue } from '@/values/model'
import { datasetOf, learnerOf, modelOf, numbers, objectiveFor, testFrom, words } from '../../evaluate/testing'
import { contextWithEndpoint, deploy as deployIn, evaluationOf, under } from './testing'

const scores = [0.1, 0.9, 0.2, 0.8, 0.3, 0.7, 0.1, 0.9]
const labels = ['no', 'yes', 'no', 'yes', 'no', 'yes', 'no', 'yes']
const goal = objectiveFor('binary', { threshold: 0.9 })
const data = datasetOf([numbers('score', scores), words('y', labels)], {
  marks: testFrom(4, 8),
  objective: goal,
})

const deploy = (inputs: Parameters<typeof deployIn>[0], params = {}) =>
  deployIn(inputs, contextWithEndpoint(answer), params)

let good: ModelValue
let chance: ModelValue
beforeAll(async () => {
  good = await modelOf(data, learnerOf('test/echo', {}, 'good'))
  chance = await modelOf(data, learnerOf('build/baseline', {}, 'chance'))
})

const deployed = { figure: expect.stringMatching(/^v1/) }

describe('a model with an evaluation', () => {
  it('is deployed when its own figure reaches the threshold', async () => {
    await expect(
      deploy({ model: good, evaluation: await evaluationOf([chance, good]) }),
    ).resolves.toMatchObject(deployed)
  })

  it('is refused when its own figure misses it, though the best model reaches it', async () => {
    const evaluation = await evaluationOf([chance, good])
    expect(evaluation.verdict).toMatchObject({ met: true, node: 'good' })
    await expect(deploy({ model: chance, evaluation })).rejects.toThrow(
      'ROC AUC of this model is 0.500, and the objective asks for at least 0.900, so nothing was deployed.',
    )
    await expect(deploy({ model: chance, evaluation }, { requireMet: false })).resolves.toMatchObject(
      deployed,
    )
  })

  it('is refused by a threshold that the figure must stay below', async () => {
    const loss = { ...goal, metric: 'logLoss', direction: 'lower' as const, threshold: 0.2 }
    const evaluation = await evaluationOf([under(chance, loss), under(good, loss)])
    await expect(deploy({ model: chance, evaluation })).rejects.toThrow(/Log loss .* 0\.693.* at most 0\.200/)
  })

  it('is refused when the evaluation judged others only', async () => {
    const evaluation = await evaluationOf([good])
    await expect(deploy({ model: chance, evaluation })).rejects.toThrow(/did not judge this model/)
  })

  it('is refused when its figure has no value, and deployed when no threshold is set', async () => {
    const evaluation = await evaluationOf([good])
    const bare = { ...evaluation.models[0], metrics: [] }
    const unknown = { ...evaluation, models: [bare], verdict: null }
    await expect(deploy({ model: good, evaluation: unknown })).rejects.toThrow(
      /asks for ROC AUC of at least 0\.900, and the evaluation has no such figure/,
    )
    const free = await evaluationOf([under(chance, objectiveFor('binary'))])
    await expect(deploy({ model: chance, evaluation: free })).resolves.toMatchObject(deployed)
  })

  it('writes a near miss out', async () => {
    const evaluation = await evaluationOf([good])
    const metrics = [{ metric: 'rocAuc', value: 0.89996, low: null, high: null }]
    const near = { ...evaluation, models: [{ ...evaluation.models[0], metrics }] }
    await expect(deploy({ model: good, evaluation: near })).rejects.toThrow(/0\.89996, .* 0\.900/)
  })
})
