import { hashSeed } from '@/base/hash'
import { makeRandom } from '@/base/random'
import type { Matrix, TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { presentClasses } from '../linear/classes'
import { asColumn, standardOf } from '../linear/standardise'
import { leadingRows, withFollowers } from '../train/leaders'
import { takeBatch, type Rows } from './batches'
import type { Head } from './loss'
import { makeNetwork, type HiddenLayer, type NetworkWeights } from './network'
import { failDiverged, trainNetwork, type Trained, type TrainParams } from './train'

export interface NetworkParams extends TrainParams {
  layers: HiddenLayer[]
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
 * @throws StepFailure `one-class`, `diverged`, `cancelled`
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
  const task = { network, head: target.head, seed: data.seed, ...division }
  await pulse.breathe()
  return toWeights(await trainNetwork(task, params, pulse), target)
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

function toWeights(trained: Trained, target: Target): NetworkWeights {
  return {
    ...trained.network,
    targetMean: target.mean,
    targetScale: target.scale,
    loss: Float64Array.from(trained.loss),
    validationLoss: Float64Array.from(trained.validationLoss),
    bestEpoch: trained.bestEpoch,
    stoppedEarly: trained.stoppedEarly,
  }
}
