import type { Head } from './loss'

export const classMetrics = ['accuracy', 'balancedAccuracy', 'macroF1'] as const
export const valueMetrics = ['rmse', 'mae', 'r2'] as const

/** A metric whose curve is drawn beside that of the loss. */
export type WatchedMetric = 'none' | (typeof classMetrics)[number] | (typeof valueMetrics)[number]

/** Adds up what a metric needs over the batches of an epoch. */
export interface Watch {
  /** @param outputs raw, `rows × outputs` */
  add(outputs: Float32Array, truth: Float32Array): void
  value(): number
}

/** @param scale deviation of a numeric target, in which its values are learned; the metric is in its own units. */
export function makeWatch(
  metric: WatchedMetric,
  { head, outputs, scale }: { head: Head; outputs: number; scale: number },
): Watch {
  return head === 'value' ? watchValues(metric, scale) : watchClasses(metric, head, outputs)
}

/** A metric that does not fit the task is that task's first. */
export function metricFor(metric: WatchedMetric, head: Head): WatchedMetric {
  if (metric === 'none') return metric
  const fitting: readonly string[] = head === 'value' ? valueMetrics : classMetrics
  return fitting.includes(metric) ? metric : head === 'value' ? 'rmse' : 'accuracy'
}

function watchValues(metric: WatchedMetric, scale: number): Watch {
  let [rows, truths, squaredTruths, errors, squares] = [0, 0, 0, 0, 0]
  return {
    add(values, truth) {
      for (let row = 0; row < truth.length; row++) {
        const error = values[row] - truth[row]
        rows++
        truths += truth[row]
        squaredTruths += truth[row] ** 2
        errors += Math.abs(error)
        squares += error ** 2
      }
    },
    value() {
      if (metric === 'mae') return (scale * errors) / rows
      if (metric === 'rmse') return scale * Math.sqrt(squares / rows)
      const spread = squaredTruths - truths ** 2 / rows
      return spread > 0 ? 1 - squares / spread : 0
    },
  }
}

function watchClasses(metric: WatchedMetric, head: Head, outputs: number): Watch {
  const classes = head === 'binary' ? 2 : outputs
  const [right, predicted, actual] = Array.from({ length: 3 }, () => new Float64Array(classes))
  return {
    add(values, truth) {
      for (let row = 0; row < truth.length; row++) {
        const code = head === 'binary' ? Number(values[row] > 0) : largest(values, row * outputs, outputs)
        predicted[code]++
        actual[truth[row]]++
        if (code === truth[row]) right[code]++
      }
    },
    value() {
      if (metric === 'accuracy') return sum(right) / sum(actual)
      const own = (code: number) =>
        metric === 'macroF1'
          ? (2 * right[code]) / (predicted[code] + actual[code])
          : right[code] / actual[code]
      const present = [...actual.keys()].filter((code) => actual[code] > 0)
      return present.reduce((total, code) => total + own(code), 0) / present.length
    },
  }
}

const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

function largest(values: Float32Array, start: number, width: number): number {
  let best = 0
  for (let i = 1; i < width; i++) if (values[start + i] > values[start + best]) best = i
  return best
}
