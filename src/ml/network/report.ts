import { formatMetric } from '@/base/format'
import type { Pulse } from '@/contract/pulse'
import { thinCurve } from './curve'

/** What the live picture shows: the losses so far, thinned to at most 200 epochs. */
export interface LiveCurve {
  epoch: number[]
  loss: number[]
  /** Empty without validation rows. */
  validationLoss: number[]
}

const between = 125

/** Reports at most eight times a second; `done` is counted in epochs and may be a fraction. */
export function makeReporter(epochs: number, pulse: Pulse) {
  let last = -Infinity
  return (curve: { loss: number[]; validationLoss: number[] }, done: number): void => {
    const now = performance.now()
    if (now - last < between) return
    last = now
    pulse.progress({
      share: done / epochs,
      message: message(curve.loss, done, epochs),
      live: { ...liveCurve(curve) },
    })
  }
}

function message(loss: number[], done: number, epochs: number): string {
  const epoch = `Epoch ${Math.min(Math.floor(done) + 1, epochs)} of ${epochs}`
  return loss.length === 0 ? epoch : `${epoch}, loss ${formatMetric(loss[loss.length - 1])}`
}

export function liveCurve(curve: { loss: ArrayLike<number>; validationLoss: ArrayLike<number> }): LiveCurve {
  const points = thinCurve(curve.loss.length)
  return {
    epoch: points.map((i) => i + 1),
    loss: points.map((i) => curve.loss[i]),
    validationLoss:
      curve.validationLoss.length === 0
        ? []
        : points.map((i) => curve.validationLoss[i] ?? curve.validationLoss[i - 1]),
  }
}
