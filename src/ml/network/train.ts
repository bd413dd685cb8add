import { hashSeed } from '@/base/hash'
import { makeRandom } from '@/base/random'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import { allRows } from '@/values/table'
import { batchEnds, drawMasks, rowCount, takeBatch, type Rows } from './batches'
import { outputLoss, type Head } from './loss'
import { allParameters, copyNetwork, type Network } from './network'
import { makeOptimiser, type OptimiserParams } from './optimiser'
import { openPass, type Pass } from './pass'
import { addPenalty, clip, type PenaltyParams } from './penalty'
import { makeReporter } from './report'
import { rateAt, type ScheduleParams } from './schedule'
import { makeWatch, type Watch, type WatchedMetric } from './watch'

export interface TrainParams extends OptimiserParams, PenaltyParams, ScheduleParams {
  batchSize: number
  /** Epochs without a better validation loss after which training stops; 0 never stops early. */
  patience: number
}

export interface TrainTask {
  network: Network
  head: Head
  training: Rows
  validation: Rows | null
  seed: number
  /** Dropout of each hidden layer. */
  rates: readonly number[]
  /** How much the rows of each class count; all 1 where null. */
  classWeights: Float64Array | null
  watched: { metric: WatchedMetric; scale: number }
}

export interface Trained {
  network: Network
  loss: number[]
  validationLoss: number[]
  /** Of each epoch, as it went; empty where no metric is watched. */
  trainingMetric: number[]
  validationMetric: number[]
  bestEpoch: number
  stoppedEarly: boolean
}

/** An epoch with this many times the loss of the first batch is no longer on its way down. */
const grown = 1e4

/** What all epochs of one training share. */
interface Training {
  task: TrainTask
  params: TrainParams
  pass: Pass
  trained: Trained
  /** Where each batch of an epoch ends. */
  ends: number[]
  /** Loss of the very first batch. */
  first: number | null
  step(order: Int32Array, rate: number, watch: Watch | null): number
  report: ReturnType<typeof makeReporter>
}

/**
 * Mini-batch training of a network. With patience, the parameters of the best epoch on the validation rows are given
 * back. The same task and parameters give the same bits.
 *
 * @throws StepFailure `diverged`, `parameter`, `cancelled`
 */
export async function trainNetwork(task: TrainTask, params: TrainParams, pulse: Pulse): Promise<Trained> {
  const training = prepare(task, params, pulse)
  const { trained, pass } = training
  const shuffler = makeRandom(hashSeed(task.seed, 'shuffle'))
  const order = allRows(rowCount(task.training))
  for (let epoch = 1; epoch <= params.epochs; epoch++) {
    shuffler.shuffle(order)
    await runEpoch(training, order, { epoch, pulse })
    if (task.validation && (await validate(training, pulse))) break
  }
  if (params.patience === 0 || !task.validation) {
    trained.bestEpoch = trained.loss.length
    trained.network = copyNetwork(pass.network)
  }
  checkParameters(trained.network)
  return trained
}

function prepare(task: TrainTask, params: TrainParams, pulse: Pulse): Training {
  const { network, head, classWeights, rates } = task
  const normalised = network.gains.some((gain) => gain.length > 0)
  const ends = batchEnds(rowCount(task.training), params.batchSize, normalised)
  const rows = Math.max(...ends.map((end, i) => end - (ends[i - 1] ?? 0)))
  const drops = rates.some((rate) => rate > 0)
  const pass = openPass(network, { head, rows, drops, classWeights })
  return {
    ...{ task, params, pass, ends, first: null },
    trained: { network, ...noCurves(), bestEpoch: 0, stoppedEarly: false },
    step: makeStep(task, params, pass),
    report: makeReporter({ epochs: params.epochs, metric: task.watched.metric, pulse }),
  }
}

const noCurves = () => ({ loss: [], validationLoss: [], trainingMetric: [], validationMetric: [] })

/** One batch forth and back, and the step that follows from it. @returns its mean loss before the step */
function makeStep(task: TrainTask, params: TrainParams, pass: Pass): Training['step'] {
  const optimise = makeOptimiser(pass.network, params)
  const dropper = makeRandom(hashSeed(task.seed, 'dropout'))
  const hidden = task.network.units.slice(0, -1)
  return (rows, rate, watch) => {
    const masks = drawMasks(dropper, task.rates, rows.length, hidden)
    const batch = { ...takeBatch(task.training, rows), masks }
    const gradients = pass.gradients(batch)
    checkLoss(gradients.loss)
    watch?.add(gradients.outputs, batch.truth)
    addPenalty(gradients, pass.network, params)
    clip(gradients, params.clipNorm)
    optimise(pass.network, gradients, rate)
    return gradients.loss
  }
}

async function runEpoch(
  training: Training,
  order: Int32Array,
  { epoch, pulse }: { epoch: number; pulse: Pulse },
): Promise<void> {
  const { task, params, trained, ends } = training
  const rate = rateAt(params, epoch, task.validation ? trained.validationLoss : trained.loss)
  const watch = openWatch(task)
  let sum = 0
  let start = 0
  for (const end of ends) {
    await pulse.breathe()
    const loss = training.step(order.subarray(start, end), rate, watch)
    training.first ??= loss
    sum += loss * (end - start)
    training.report(trained, epoch - 1 + end / order.length)
    start = end
  }
  trained.loss.push(sum / order.length)
  if (watch) trained.trainingMetric.push(watch.value())
  if (sum / order.length > grown * Math.max(training.first ?? 1, 1)) failDiverged()
}

function openWatch({ watched: { metric, scale }, head, network }: TrainTask): Watch | null {
  if (metric === 'none') return null
  return makeWatch(metric, { head, scale, outputs: network.units[network.units.length - 1] })
}

/** Notes the validation loss and keeps the best network; true when patience is at its end. */
async function validate({ task, params, pass, trained }: Training, pulse: Pulse): Promise<boolean> {
  const watch = openWatch(task)
  const loss = await meanLoss(pass, task, { watch, pulse })
  checkLoss(loss)
  const best = trained.bestEpoch === 0 ? Infinity : trained.validationLoss[trained.bestEpoch - 1]
  trained.validationLoss.push(loss)
  if (watch) trained.validationMetric.push(watch.value())
  if (params.patience === 0) return false
  const epoch = trained.validationLoss.length
  if (loss < best) {
    trained.bestEpoch = epoch
    trained.network = copyNetwork(pass.network)
  }
  trained.stoppedEarly = epoch - trained.bestEpoch >= params.patience
  return trained.stoppedEarly
}

const rowsAtOnce = 4096

/** Mean loss of the validation rows, as in scoring: without dropout, with running statistics, and without penalties. */
async function meanLoss(
  pass: Pass,
  { head, classWeights, validation }: TrainTask,
  { watch, pulse }: { watch: Watch | null; pulse: Pulse },
): Promise<number> {
  const rows = validation as Rows
  let sum = 0
  for (let start = 0; start < rowCount(rows); start += rowsAtOnce) {
    await pulse.breathe()
    const truth = rows.truth.subarray(start, start + rowsAtOnce)
    const x = rows.x.subarray(start * rows.columns, (start + truth.length) * rows.columns)
    const outputs = pass.outputs(x)
    watch?.add(outputs, truth)
    sum += outputLoss(head, outputs, truth, classWeights).loss * truth.length
  }
  return sum / rowCount(rows)
}

function checkLoss(loss: number): void {
  if (!Number.isFinite(loss)) failDiverged()
}

function checkParameters(network: Network): void {
  if (!allParameters(network).every((values) => values.every(Number.isFinite))) failDiverged()
}

/** @throws StepFailure always. */
export function failDiverged(): never {
  return failStep({
    kind: 'diverged',
    what: 'Training',
    advice: 'Choose a smaller learning rate, and scale the features with a Scale numbers node.',
  })
}
