import { formatNumber } from '@/base/format'
import type { ViewProps } from '@/kit/view'
import type { ModelResult } from '@/ml/evaluate/preview'
import type { Onward, RowSelection } from '@/values/rowSelection'
import type { Evaluated } from './shared'

type Props = Pick<ViewProps<Evaluated>, 'node' | 'result' | 'preview' | 'params'>

const named = (name: string): string => (name === '' ? '(empty)' : `“${name}”`)

/** A condition on truth and prediction as a person reads it. */
export const pairWords = (target: string, truth: string, predicted: string): string =>
  `${target} is ${named(truth)}, predicted ${named(predicted)}`

export const bandWords = (from: number, to: number): string =>
  `residual from ${formatNumber(from)} to ${formatNumber(to)}`

/** A node of wrong predictions for the model and the data that are wired to the place of `model` here. */
function errorsOf({ preview, params }: Props, model: ModelResult, asked: Onward['params']): Onward {
  const threshold =
    preview.task === 'binary' && params.threshold !== undefined ? { threshold: params.threshold } : {}
  return {
    type: 'evaluate/errors',
    params: { rows: 'all', ...asked, ...threshold } as Onward['params'],
    wires: [
      { to: 'model', input: 'models', index: preview.models.indexOf(model) },
      { to: 'data', input: 'data', index: 0 },
    ],
  }
}

/** What a cell of a model's confusion matrix selects; absent where its rows are not known. */
export function cellRows(
  props: Props,
  model: ModelResult,
): ((truth: number, predicted: number) => RowSelection | null) | undefined {
  const { drawn, confusion } = model
  if (!drawn || !confusion) return undefined
  const { node, result, preview } = props
  return (truth, predicted) => {
    const [trueName, saidName] = [confusion.classes[truth], confusion.classes[predicted]]
    const [trueClass, saidClass] = [drawn.classes.indexOf(trueName), drawn.classes.indexOf(saidName)]
    // Rare classes are merged where there are many.
    if (trueClass < 0 || saidClass < 0) return null
    const rows = drawn.rows.filter((_, i) => drawn.truth[i] === trueClass && drawn.predicted[i] === saidClass)
    return {
      key: JSON.stringify([node, model.node, trueName, saidName]),
      node,
      result: result.key,
      origin: drawn.origin,
      rows,
      count: confusion.counts[truth][predicted],
      words: pairWords(preview.target, trueName, saidName),
      onward: errorsOf(props, model, { truth: trueName, predicted: saidName }),
    }
  }
}

/** What a bar of the histogram of residuals selects. Each bar has its lower bound and not its upper one, but for the last. */
export function binRows(
  props: Props,
  model: ModelResult,
): ((bin: number) => RowSelection | null) | undefined {
  const { drawn, residuals } = model
  if (!drawn || !residuals || residuals.points.length !== drawn.rows.length) return undefined
  const { edges, counts } = residuals.histogram
  return (bin) => {
    const [from, to] = [edges[bin], edges[bin + 1]]
    const last = bin === counts.length - 1
    const rows = drawn.rows.filter((_, i) =>
      isIn(residuals.points[i].residual, bin === 0 ? -Infinity : from, to, last),
    )
    return {
      key: JSON.stringify([props.node, model.node, 'residual', bin]),
      node: props.node,
      result: props.result.key,
      origin: drawn.origin,
      rows,
      count: counts[bin],
      words: bandWords(from, to),
      onward: errorsOf(props, model, { from, to: last ? null : to }),
    }
  }
}

/** Drawn values are rounded, so the outermost bars take what lies a little beyond them. */
export const isIn = (value: number, from: number, to: number, last: boolean): boolean =>
  value >= from && (last || value < to)

/** How many of the selected rows lie in each bar. */
export function pickedInBins(
  values: readonly number[],
  rows: readonly number[],
  edges: readonly number[],
  picked: ReadonlySet<number>,
): number[] | undefined {
  if (picked.size === 0) return undefined
  const last = edges.length - 2
  return edges
    .slice(1)
    .map(
      (to, bin) =>
        values.filter(
          (value, i) =>
            picked.has(rows[i]) && isIn(value, bin === 0 ? -Infinity : edges[bin], to, bin === last),
        ).length,
    )
}
