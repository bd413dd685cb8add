import { hashSeed } from '@/base/hash'
import { makeRandom } from '@/base/random'
import type { Matrix, TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { presentClasses } from '../linear/classes'
import { asColumn, standardOf } from '../linear/standardise'
import { leadingRows, withFollowers } from '../train/leaders'
import { failStep } from '@/contract/errors'
import { rowCount, takeBatch, type Rows } from './batches'
import type { Head } from './loss'
import { makeNetwork, type HiddenLayer, type NetworkWeights } from './network'
import { failDiverged, trainNetwork, type Trained, type TrainParams } from './train'
import { metricFor, type WatchedMetric } from './watch'

export interface NetworkParams extends TrainParams {
  layers: HiddenLayer[]
  /** Of every layer that has no rate of its own. */
  dropout: number
  /** `balanced`: rows of a rare class count as much more as it is rarer; on average a row counts 1. */
  classWeights: 'none' | 'balanced'
  /** Metric whose curve is kept beside that of the loss. */
  watch: WatchedMetric
}

interface Target {
  head: Head
  outputs: number
  mean: number
  scale: number
}

interface Division {
  training: Rows
  validation: Rows | null
}

/** Fewer rows than this are too few to set some aside. */
const fewest = 10

/**
 * Trains a network for the data's task: softmax for several classes, one logit for two, a standardised value for
 * regression. With patience and no validation rows, a seeded tenth of the training rows is set aside for stopping.
 *
 * @throws StepFailure `one-class`, `diverged`, `parameter`, `too-few-rows`, `cancelled`
 */
export async function fitNetwork(
  data: TrainingData,
  params: NetworkParams,
  pulse: Pulse,
): Promise<NetworkWeights> {
  const target = await targetOf(data, pulse)
  const network = makeNetwork(data.x.columns, params.layers, target.outputs, hashSeed(data.seed, 'weights'))
  await pulse.breathe()
  const division = await divide(data, target, params.patience, pulse)
  if (params.layers.some((layer) => layer.batchNorm)) checkBatches(params, rowCount(division.training))
  const metric = metricFor(params.watch, target.head)
  const task = {
    ...{ network, head: target.head, seed: data.seed, ...division },
    rates: params.layers.map((layer) => layer.dropout ?? params.dropout),
    classWeights: params.classWeights === 'balanced' ? balanced(target, division.training.truth) : null,
    watched: { metric, scale: target.scale },
  }
  await pulse.breathe()
  return toWeights(await trainNetwork(task, params, pulse), target, metric)
}

async function targetOf(data: TrainingData, pulse: Pulse): Promise<Target> {
  if (data.task === 'regression') {
    const { means, scales } = await standardOf(asColumn(data.y), pulse)
    return { head: 'value', outputs: 1, mean: means[0], scale: scales[0] }
  }
  presentClasses(data)
  const binary = data.classes.length === 2
  return { head: binary ? 'binary' : 'softmax', outputs: binary ? 1 : data.classes.length, mean: 0, scale: 1 }
}

async function divide(data: TrainingData, target: Target, patience: number, pulse: Pulse): Promise<Division> {
  const training = toRows(data.x, data.y, target)
  await pulse.breathe()
  if (data.validation) return { training, validation: toRows(data.validation.x, data.validation.y, target) }
  if (patience === 0 || data.x.rows < fewest) return { training, validation: null }
  const { x, seed, leaders } = data
  const order = makeRandom(hashSeed(seed, 'holdout')).shuffle(leadingRows(x.rows, leaders))
  const aside = Math.round(order.length / 10)
  const validation = pick(training, withFollowers(order.subarray(0, aside), leaders))
  await pulse.breathe()
  return { training: pick(training, withFollowers(order.subarray(aside), leaders)), validation }
}

/** A single row has no spread that it could be divided by. */
function checkBatches({ batchSize }: NetworkParams, rows: number): void {
  if (rows < 2) failStep({ kind: 'too-few-rows', what: 'Batch normalisation', needed: 2, found: rows })
  if (batchSize > 1) return
  failStep({
    kind: 'parameter',
    parameter: 'Batch size',
    problem: 'batch normalisation needs at least 2 rows in a batch',
    advice: 'Choose larger batches, or switch batch normalisation off.',
  })
}

/** As in scikit-learn: rows / (classes · rows of the class). Null for a numeric target. */
function balanced({ head, outputs }: Target, truth: Float32Array): Float64Array | null {
  if (head === 'value') return null
  const counts = new Float64Array(head === 'binary' ? 2 : outputs)
  for (const code of truth) counts[code]++
  const present = counts.filter((count) => count > 0).length
  return counts.map((count) => (count > 0 ? truth.length / (present * count) : 0))
}

const pick = (rows: Rows, order: Int32Array): Rows => ({
  ...takeBatch(rows, order.slice().sort()),
  columns: rows.columns,
})

/** @throws StepFailure `diverged` for a value that float32 cannot hold */
function toRows(x: Matrix, y: Float64Array, { mean, scale }: Target): Rows {
  const values = new Float32Array(x.values)
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) failDiverged()
  const truth = new Float32Array(y.length)
  for (let row = 0; row < truth.length; row++) truth[row] = y[row] / scale - mean / scale
  return { x: values, truth, columns: x.columns }
}

function toWeights(trained: Trained, target: Target, metric: WatchedMetric): NetworkWeights {
  const { gains, means, variances, ...network } = trained.network
  const normalised = gains.some((gain) => gain.length > 0)
  return {
    ...network,
    ...(normalised ? { gains, means, variances } : {}),
    targetMean: target.mean,
    targetScale: target.scale,
    loss: Float64Array.from(trained.loss),
    validationLoss: Float64Array.from(trained.validationLoss),
    bestEpoch: trained.bestEpoch,
    stoppedEarly: trained.stoppedEarly,
    ...(metric === 'none' ? {} : watchedCurves(trained, metric)),
  }
}

const watchedCurves = ({ trainingMetric, validationMetric }: Trained, metric: string) => ({
  metric,
  trainingMetric: Float64Array.from(trainingMetric),
  validationMetric: Float64Array.from(validationMetric),
})
