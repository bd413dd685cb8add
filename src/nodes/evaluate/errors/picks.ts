import { formatCount } from '@/base/format'
import type { JsonObject } from '@/base/json'
import type { ViewProps } from '@/kit/view'
import type { RowSelection } from '@/values/rowSelection'
import { bandWords, isIn, pairWords } from '../pickRows'
import type { ErrorsPreview } from './preview'

type Props = Pick<ViewProps<ErrorsPreview>, 'node' | 'result' | 'preview' | 'params'>

/** The same node with another condition. */
function onwardOf({ params }: Props, asked: JsonObject): RowSelection['onward'] {
  const threshold: JsonObject = typeof params.threshold === 'number' ? { threshold: params.threshold } : {}
  return {
    type: 'evaluate/errors',
    params: { rows: 'all', ...asked, ...threshold },
    wires: [
      { to: 'model', input: 'model', index: 0 },
      { to: 'data', input: 'data', index: 0 },
    ],
  }
}

type Found = Pick<RowSelection, 'rows' | 'count' | 'words' | 'onward'>

const selectionOf = ({ node, result, preview }: Props, mark: unknown, found: Found): RowSelection => ({
  key: JSON.stringify([node, mark]),
  node,
  result: result.key,
  origin: preview.origin,
  ...found,
})

/** The rows of a cell of the confusion matrix. */
export const cellPick =
  (props: Props) =>
  (truth: number, predicted: number): RowSelection | null => {
    const { confusion, picture, target } = props.preview
    if (!confusion) return null
    const [trueName, saidName] = [confusion.classes[truth], confusion.classes[predicted]]
    const [trueClass, saidClass] = [picture.classes.indexOf(trueName), picture.classes.indexOf(saidName)]
    if (trueClass < 0 || saidClass < 0) return null
    return selectionOf(props, [trueName, saidName], {
      rows: picture.rows.filter(
        (_, i) => picture.truth[i] === trueClass && picture.predicted[i] === saidClass,
      ),
      count: confusion.counts[truth][predicted],
      words: pairWords(target, trueName, saidName),
      onward: onwardOf(props, { truth: trueName, predicted: saidName }),
    })
  }

export const residualsOf = ({ picture }: ErrorsPreview): number[] =>
  picture.truth.map((truth, i) => (truth ?? NaN) - (picture.predicted[i] ?? NaN))

/** The rows of a bar of the residuals. */
export const binPick =
  (props: Props) =>
  (bin: number): RowSelection | null => {
    const { histogram, picture } = props.preview
    if (!histogram) return null
    const [from, to] = [histogram.edges[bin], histogram.edges[bin + 1]]
    const last = bin === histogram.counts.length - 1
    const residuals = residualsOf(props.preview)
    return selectionOf(props, ['residual', bin], {
      rows: picture.rows.filter((_, i) => isIn(residuals[i], bin === 0 ? -Infinity : from, to, last)),
      count: histogram.counts[bin],
      words: bandWords(from, to),
      onward: onwardOf(props, { from, to: last ? null : to }),
    })
  }

/** A single row is no condition, so it is not sent on. */
export const pointPick =
  (props: Props) =>
  (place: number): RowSelection =>
    selectionOf(props, ['row', place], {
      rows: [props.preview.picture.rows[place]],
      count: 1,
      words: `row ${formatCount(props.preview.picture.rows[place] + 1)}`,
      onward: null,
    })
