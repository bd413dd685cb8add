import { hashSeed } from '@/base/hash'
import { makeRandom } from '@/base/random'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import { allRows } from '@/values/table'
import { drawMasks, rowCount, takeBatch, type Rows } from './batches'
import { forward } from './forward'
import { outputLoss, type Head } from './loss'
import { copyNetwork, type Network } from './network'
import { makeOptimiser, type OptimiserParams } from './optimiser'
import { makeReporter } from './report'
import { computeGradients } from './step'

export interface TrainParams extends OptimiserParams {
  dropout: number
  batchSize: number
  epochs: number
  /** Epochs without a better validation loss after which training stops; 0 never stops early. */
  patience: number
}

export interface TrainTask {
  network: Network
  head: Head
  training: Rows
  validation: Rows | null
  seed: number
}

export interface Trained {
  network: Network
  loss: number[]
  validationLoss: number[]
  bestEpoch: number
  stoppedEarly: boolean
}

/** An epoch with this many times the loss of the first batch is no longer on its way down. */
const grown = 1e4

/**
 * Mini-batch training of a network, in place. With patience, the parameters of the best epoch on the validation
 * rows are given back. The same task and parameters give the same bits.
 *
 * @throws StepFailure `diverged`, `cancelled`
 */
export async function trainNetwork(task: TrainTask, params: TrainParams, pulse: Pulse): Promise<Trained> {
  const optimise = makeOptimiser(task.network, params)
  const shuffler = makeRandom(hashSeed(task.seed, 'shuffle'))
  const dropper = makeRandom(hashSeed(task.seed, 'dropout'))
  const order = allRows(rowCount(task.training))
  const report = makeReporter(params.epochs, pulse)
  const trained: Trained = {
    network: task.network,
    loss: [],
    validationLoss: [],
    bestEpoch: 0,
    stoppedEarly: false,
  }
  let first: number | null = null
  for (let epoch = 1; epoch <= params.epochs; epoch++) {
    shuffler.shuffle(order)
    let sum = 0
    for (let start = 0; start < order.length; start += params.batchSize) {
      await pulse.breathe()
      const rows = order.subarray(start, start + params.batchSize)
      const masks = drawMasks(dropper, params.dropout, rows.length, task.network.units.slice(0, -1))
      const gradients = computeGradients(
        task.network,
        { ...takeBatch(task.training, rows), masks },
        task.head,
      )
      checkLoss(gradients.loss)
      first ??= gradients.loss
      optimise(task.network, gradients)
      sum += gradients.loss * rows.length
      report(trained, epoch - 1 + (start + rows.length) / order.length)
    }
    trained.loss.push(sum / order.length)
    if (sum / order.length > grown * Math.max(first ?? 1, 1)) failDiverged()
    if (task.validation && (await validate(task, params, trained, pulse))) break
  }
  if (params.patience === 0 || !task.validation) trained.bestEpoch = trained.loss.length
  checkParameters(trained.network)
  return trained
}

/** Notes the validation loss and keeps the best network; true when patience is at its end. */
async function validate(
  task: TrainTask,
  params: TrainParams,
  trained: Trained,
  pulse: Pulse,
): Promise<boolean> {
  const loss = await meanLoss(task.network, task.head, task.validation as Rows, pulse)
  checkLoss(loss)
  const best = trained.bestEpoch === 0 ? Infinity : trained.validationLoss[trained.bestEpoch - 1]
  trained.validationLoss.push(loss)
  if (params.patience === 0) return false
  const epoch = trained.validationLoss.length
  if (loss < best) {
    trained.bestEpoch = epoch
    trained.network = copyNetwork(task.network)
  }
  trained.stoppedEarly = epoch - trained.bestEpoch >= params.patience
  return trained.stoppedEarly
}

const rowsAtOnce = 4096

/** Mean loss without dropout. */
export async function meanLoss(network: Network, head: Head, rows: Rows, pulse: Pulse): Promise<number> {
  let sum = 0
  for (let start = 0; start < rowCount(rows); start += rowsAtOnce) {
    await pulse.breathe()
    const truth = rows.truth.subarray(start, start + rowsAtOnce)
    const x = rows.x.subarray(start * rows.columns, (start + truth.length) * rows.columns)
    sum += outputLoss(head, forward(network, x), truth).loss * truth.length
  }
  return sum / rowCount(rows)
}

function checkLoss(loss: number): void {
  if (!Number.isFinite(loss)) failDiverged()
}

function checkParameters({ kernels, biases }: Network): void {
  if (![...kernels, ...biases].every((values) => values.every(Number.isFinite))) failDiverged()
}

/** @throws StepFailure always. */
export function failDiverged(): never {
  return failStep({
    kind: 'diverged',
    what: 'Training',
    advice: 'Choose a smaller learning rate, and scale the features with a Scale numbers node.',
  })
}
