import { formatMetric } from '@/base/format'
import type { Pulse } from '@/contract/pulse'
import { thinCurve } from './curve'

/** What the live picture shows: the losses so far, thinned to at most 200 epochs. */
export interface LiveCurve {
  epoch: number[]
  loss: number[]
  /** Empty without validation rows. */
  validationLoss: number[]
  /** Absent where no metric is watched. */
  metric?: { name: string; training: number[]; validation: number[] }
}

/** Curves of one training, so far or whole. */
interface Curves {
  loss: ArrayLike<number>
  validationLoss: ArrayLike<number>
  trainingMetric?: ArrayLike<number>
  validationMetric?: ArrayLike<number>
}

const between = 125

/** Reports at most eight times a second; `done` is counted in epochs and may be a fraction. */
export function makeReporter({ epochs, metric, pulse }: { epochs: number; metric: string; pulse: Pulse }) {
  let last = -Infinity
  return (curve: Curves, done: number): void => {
    const now = performance.now()
    if (now - last < between) return
    last = now
    pulse.progress({
      share: done / epochs,
      message: message(curve.loss, done, epochs),
      live: { ...liveCurve(curve, metric) },
    })
  }
}

function message(loss: ArrayLike<number>, done: number, epochs: number): string {
  const epoch = `Epoch ${Math.min(Math.floor(done) + 1, epochs)} of ${epochs}`
  return loss.length === 0 ? epoch : `${epoch}, loss ${formatMetric(loss[loss.length - 1])}`
}

/** @param metric name of the watched metric, `none` where there is none */
export function liveCurve(curve: Curves, metric: string): LiveCurve {
  const points = thinCurve(curve.loss.length)
  const at = (values: ArrayLike<number>) => points.map((i) => values[i])
  // A live curve may be drawn between an epoch and its validation.
  const validated = (values: ArrayLike<number>) =>
    values.length === 0 ? [] : points.map((i) => values[i] ?? values[i - 1])
  const { trainingMetric, validationMetric } = curve
  return {
    epoch: points.map((i) => i + 1),
    loss: at(curve.loss),
    validationLoss: validated(curve.validationLoss),
    ...(metric !== 'none' && trainingMetric && validationMetric
      ? { metric: { name: metric, training: at(trainingMetric), validation: validated(validationMetric) } }
      : {}),
  }
}
