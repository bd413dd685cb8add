import { cos, pow } from '@/base/math'

export const schedules = ['constant', 'step', 'exponential', 'cosine', 'plateau'] as const

export interface ScheduleParams {
  learningRate: number
  schedule: (typeof schedules)[number]
  /** What the rate is multiplied by: every `decayEpochs` (step, plateau) or every epoch (exponential). */
  decayFactor: number
  /** Epochs between two cuts (step), or without a better loss before one (plateau). */
  decayEpochs: number
  epochs: number
}

/**
 * The learning rate of an epoch, counted from 1, given the losses of those before it: validation losses, or training
 * losses where there are none. Cosine falls to 0 along half a wave (Loshchilov & Hutter 2017, without restarts).
 */
export function rateAt(params: ScheduleParams, epoch: number, losses: readonly number[]): number {
  const { learningRate, schedule, decayFactor, decayEpochs, epochs } = params
  if (schedule === 'step') return learningRate * pow(decayFactor, Math.floor((epoch - 1) / decayEpochs))
  if (schedule === 'exponential') return learningRate * pow(decayFactor, epoch - 1)
  if (schedule === 'cosine') return (learningRate * (1 + cos((Math.PI * (epoch - 1)) / epochs))) / 2
  if (schedule === 'plateau') return learningRate * pow(decayFactor, cutsOf(losses, decayEpochs))
  return learningRate
}

/** How often the loss has gone that many epochs without becoming smaller; after each time they are counted anew. */
function cutsOf(losses: readonly number[], patience: number): number {
  let best = Infinity
  let since = 0
  let cuts = 0
  for (const loss of losses) {
    since = loss < best ? 0 : since + 1
    best = Math.min(best, loss)
    if (since < patience) continue
    cuts++
    since = 0
  }
  return cuts
}
