import { beforeAll, expect, it } from 'vitest'
import { answer } from '@/service/answer'
import type { Evaluation, MetricValue } from '@/values/evaluation'
import type { Deployment } from '@/values/deployment'
import type { ModelValue } from '@/values/model'
import { datasetOf, modelOf, numbers, objectiveFor, runNode, testFrom, words } from '../../evaluate/testing'
import driftDefinition from '../../monitor/drift/definition'
import type { DriftPreview } from '../../monitor/drift/preview'
import drift from '../../monitor/drift/run'
import { contextWithEndpoint, deploy, evaluationOf } from './testing'

/** 2,500 test rows whose scores cover 0 to 1; above 0.3 they mostly are “yes”. */
const training = ['no', 'yes', 'no', 'yes']
const scores = Array.from({ length: 2500 }, (_, i) => (i % 100) / 100)
const labels = scores.map((score, i) => (score >= 0.3 !== (i % 7 === 0) ? 'yes' : 'no'))
const data = datasetOf(
  [numbers('score', [0.1, 0.9, 0.1, 0.9, ...scores]), words('y', [...training, ...labels])],
  { marks: testFrom(4, 2504), objective: objectiveFor('binary', { metric: 'recall', positiveClass: 'yes' }) },
)

let model: ModelValue
let evaluation: Evaluation
beforeAll(async () => {
  model = await modelOf(data)
  evaluation = await evaluationOf([model], 0.3)
})

const recall = (metrics: MetricValue[]) => metrics.find(({ metric }) => metric === 'recall')!.value

it('decides in use at the threshold that the model was judged at, in the endpoint, in monitoring and in the evaluation', async () => {
  const context = contextWithEndpoint(answer)
  const { outputs, preview } = await deploy({ model, evaluation }, context)
  expect(preview.decision).toEqual({ positiveClass: 'yes', threshold: 0.3 })
  const inputs = [{ name: 'score', datatype: 'FP64', shape: [3], data: [0.29, 0.3, 0.4] }]
  const reply = await context.host.infer('model', { inputs })
  expect(reply.body).toMatchObject({ outputs: [{ name: 'prediction', data: ['no', 'yes', 'yes'] }, {}] })
  const test = datasetOf([numbers('score', scores), words('y', labels)], { objective: data.objective })
  const watched = await runNode<DriftPreview>([driftDefinition, drift], {
    source: outputs.deployment,
    data: test,
  })
  expect(watched.preview.performance!.now.value).toBe(recall(evaluation.models[0].metrics))
})

it('counts as another model only when it decides at another threshold', async () => {
  const context = contextWithEndpoint(answer)
  const plain = await deploy({ model }, context)
  const same = await deploy({ model, evaluation: await evaluationOf([model], 0.5) }, context)
  const other = await deploy({ model, evaluation }, context)
  const prints = [plain, same, other].map(({ outputs }) => outputs.deployment.model.fingerprint)
  expect(prints[1]).toBe(prints[0])
  expect(prints[2]).not.toBe(prints[0])
})

it('compares scores and classes of every test row, a thousand at a time', async () => {
  const context = contextWithEndpoint(answer)
  const sizes: number[] = []
  const { infer } = context.host
  context.host.infer = (name, body) => {
    sizes.push((body as { inputs: { data: unknown[] }[] }).inputs[0].data.length)
    return infer(name, body)
  }
  const { preview } = await deploy({ model, evaluation }, context)
  expect(preview.parity).toEqual({ rows: 2500, largest: 0, differentClasses: 0, equal: true })
  expect(sizes.filter((size) => size > 1)).toEqual([1000, 1000, 500])
})

it('sees an endpoint that decides at another threshold', async () => {
  const context = contextWithEndpoint(answer)
  const { deploy: store } = context.host
  context.host.deploy = (name): Promise<Deployment> => store(name, model.model)
  const { preview, warnings } = await deploy({ model, evaluation }, context)
  expect(preview.parity).toEqual({ rows: 2500, largest: 0, differentClasses: 500, equal: false })
  expect(warnings).toHaveLength(1)
})

it('deploys a challenger beside the champion, and checks it by its own number', async () => {
  const context = contextWithEndpoint(answer)
  const asked: (number | undefined)[] = []
  const { infer } = context.host
  context.host.infer = (name, body, version) => (asked.push(version), infer(name, body, version))
  await deploy({ model }, context)
  const challenger = { as: 'challenger', share: 25 }
  const { preview } = await deploy({ model, evaluation }, context, challenger)
  expect(preview).toMatchObject({ version: 2, alias: 'challenger', parity: { equal: true } })
  expect(new Set(asked)).toEqual(new Set([1, 2]))
})
