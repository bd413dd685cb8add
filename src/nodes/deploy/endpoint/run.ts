import { formatDuration } from '@/base/format'
import type { JsonObject } from '@/base/json'
import { defineRun, type RunContext } from '@/contract/run'
import { withThreshold } from '@/ml/fingerprint'
import { writeInputs } from '@/ml/inference/protocol'
import { modelsWithin } from '@/ml/modelFile/modelsWithin'
import { Mark, rowsMarked } from '@/values/dataset'
import type { Evaluation } from '@/values/evaluation'
import type { Model, ModelValue } from '@/values/model'
import { allRows, takeRows, type Table } from '@/values/table'
import { measureLatency, measureParity, type CheckInput } from './checks'
import definition from './definition'
import { judgedAs, refuseUnmet } from './gate'
import type { EndpointPreview } from './preview'
import { scorableRows } from './scorable'
import { takenOver } from './takenOver'

export default defineRun(definition, async ({ params, inputs, context }) => {
  const { evaluation } = inputs
  if (params.requireMet && evaluation) refuseUnmet(evaluation, inputs.model.model)
  const model = evaluation ? decidingAs(evaluation, inputs.model.model) : inputs.model.model
  refuseRuntime(model, context)
  const { rows, unscored } = await scorableRows(model, checkRows(inputs.model), context)
  const placement = { alias: params.as, share: params.share / 100 }
  const deployment = await context.host.deploy(params.name, model, placement)
  const preview: EndpointPreview = {
    name: params.name,
    version: deployment.version,
    deployedAt: deployment.deployedAt,
    contract: model.contract,
    classes: model.classes,
    target: model.target,
    decision: decisionOf(model),
    ...(params.as === 'champion' ? {} : { alias: params.as }),
    ...(await check(params.name, { model, version: deployment.version, rows, context })),
    example: firstRequest(rows, model),
    ...(unscored ? { unscored } : {}),
    ...(deployment.tookOverFrom ? { tookOverFrom: deployment.tookOverFrom.name } : {}),
  }
  return {
    outputs: { deployment },
    preview,
    figure: `v${preview.version} · p95 ${formatDuration(preview.latency.p95)}`,
    metrics: { parityRows: preview.parity.rows, parityDifference: preview.parity.largest },
    warnings: warningsOf(preview).map((text) => ({ text })),
  }
})

/** @throws StepFailure endpoint for a model, or a part of one, that the service worker cannot score. */
function refuseRuntime(model: Model, { catalog }: RunContext): void {
  for (const { learner, weights, classes } of [model, ...modelsWithin(model.weights)]) {
    const predictor = catalog.predictor(learner.type)
    const none = { rows: 0, columns: 0, values: new Float64Array() }
    if (predictor.needsRuntime?.(weights)) predictor.predict(weights, none, classes.length)
  }
}

/** The model with the decision threshold that it was judged at: what was promised of it must hold in use. */
function decidingAs(evaluation: Evaluation, model: Model): Model {
  const { threshold } = evaluation
  if (threshold === null || threshold === model.threshold || !judgedAs(evaluation, model)) return model
  return withThreshold(model, threshold)
}

const decisionOf = ({ task, positiveClass, threshold }: Model): EndpointPreview['decision'] =>
  task === 'binary' && positiveClass !== null ? { positiveClass, threshold } : null

async function check(name: string, input: CheckInput): Promise<Pick<EndpointPreview, 'parity' | 'latency'>> {
  const parity = await measureParity(name, input)
  input.context.progress({ share: 0.7, message: 'measuring latency' })
  return { parity, latency: await measureLatency(name, input) }
}

/** The test rows of the model's own data, or all of it where nothing was split. */
function checkRows({ dataset }: ModelValue): Table {
  const marked = rowsMarked(dataset, Mark.test)
  const rows = marked.length > 0 ? marked : allRows(dataset.raw.rowCount)
  return takeRows(dataset.raw, rows)
}

function warningsOf({ name, parity, unscored, tookOverFrom }: EndpointPreview): string[] {
  const said = unscored ? [`${unscored.cause} ${unscored.advice}`] : []
  if (tookOverFrom !== undefined) {
    const { cause, advice } = takenOver(name, tookOverFrom)
    said.unshift(`${cause} ${advice}`)
  }
  return parity.equal ? said : ['The endpoint does not answer what the workflow predicts.', ...said]
}

function firstRequest(rows: Table, model: Model): JsonObject {
  return writeInputs(takeRows(rows, [0]), model.contract)
}
