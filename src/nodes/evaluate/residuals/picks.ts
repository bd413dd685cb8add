import type { JsonObject } from '@/base/json'
import type { ViewProps } from '@/kit/view'
import type { RowSelection } from '@/values/rowSelection'
import { bandWords, isIn } from '../pickRows'
import type { ResidualsPreview } from './preview'

type Props = Pick<ViewProps<ResidualsPreview>, 'node' | 'result' | 'preview'>

/** Residuals of the rows that are drawn. */
export function residualsIn({ picture }: ResidualsPreview): number[] {
  const axis = picture.axes.indexOf('Residual')
  return picture.points.map((point) => point[axis] ?? NaN)
}

interface Band {
  from: number
  to: number
  /** The upper bound belongs to it. */
  last: boolean
  /** Rows of it, where that is known. */
  count: number | null
}

/** A band of residuals, and a node that finds its rows again. */
export function bandRows({ node, result, preview }: Props, { from, to, last, count }: Band): RowSelection {
  const residuals = residualsIn(preview)
  const rows = preview.picture.rows.filter((_, i) =>
    isIn(residuals[i], from === preview.histogram.edges[0] ? -Infinity : from, to, last),
  )
  const asked: JsonObject = { rows: 'all', from, to: last ? null : to }
  return {
    key: JSON.stringify([node, 'residual', from, to]),
    node,
    result: result.key,
    origin: preview.origin,
    rows,
    count: count ?? rows.length,
    words: bandWords(from, to),
    onward: {
      type: 'evaluate/errors',
      params: asked,
      wires: [
        { to: 'model', input: 'model', index: 0 },
        { to: 'data', input: 'data', index: 0 },
      ],
    },
  }
}

export function binPick(props: Props, bin: number): RowSelection {
  const { edges, counts } = props.preview.histogram
  const last = bin === counts.length - 1
  return bandRows(props, { from: edges[bin], to: edges[bin + 1], last, count: counts[bin] })
}
