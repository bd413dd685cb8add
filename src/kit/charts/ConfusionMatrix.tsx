import type { CSSProperties } from 'react'
import { formatCount, formatPercent } from '@/base/format'
import { SimpleTable } from '../tables/SimpleTable'

interface ConfusionMatrixProps {
  title: string
  classes: string[]
  /** `counts[truth][predicted]`. */
  counts: number[][]
}

/** Rows are the truth, columns the prediction; the colour is the share of the row. */
export function ConfusionMatrix({ title, classes, counts }: ConfusionMatrixProps) {
  if (classes.length > 12) return <LargeMatrix title={title} classes={classes} counts={counts} />
  const totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0))
  const size = classes.length === 2 ? 56 : classes.length < 5 ? 46 : 32
  const columns = `minmax(0, max-content) repeat(${classes.length}, minmax(${classes.length > 6 ? 28 : 44}px, 1fr))`
  return (
    <figure className="kit-figure">
      <figcaption>
        <span>{title}</span>
      </figcaption>
      <div className="kit-scroll">
        <div
          className="kit-matrix"
          role="table"
          aria-label={`${title}: rows are the truth, columns the prediction`}
          style={{ gridTemplateColumns: columns }}
        >
          <HeadRow classes={classes} />
          {counts.map((row, truth) => (
            <div key={truth} role="row" style={{ display: 'contents' }}>
              <span
                role="rowheader"
                className="kit-axis"
                style={{ alignSelf: 'center', maxWidth: 80 }}
                title={classes[truth]}
              >
                {classes[truth]}
              </span>
              {row.map((count, predicted) => (
                <Cell
                  key={predicted}
                  count={count}
                  share={totals[truth] ? count / totals[truth] : 0}
                  size={size}
                  right={truth === predicted}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
      <span className="kit-axis kit-axis-words" aria-hidden="true">
        rows: truth · columns: predicted
      </span>
    </figure>
  )
}

function HeadRow({ classes }: { classes: string[] }) {
  return (
    <div role="row" style={{ display: 'contents' }}>
      <span role="columnheader" className="kit-axis">
        <span className="visually-hidden">Truth</span>
      </span>
      {classes.map((name, column) => (
        <span
          key={column}
          role="columnheader"
          className="kit-axis"
          style={{ textAlign: 'center' }}
          title={name}
        >
          {name}
        </span>
      ))}
    </div>
  )
}

/** Dark text or white, whichever reads on the mix of the cell's colour with the surface. */
function Cell({ count, share, size, right }: { count: number; share: number; size: number; right: boolean }) {
  const weight = 0.1 + 0.78 * share
  const style = {
    '--weight': weight.toFixed(3),
    height: size,
    color: weight > 0.6 ? 'var(--cell-strong-text)' : 'var(--text)',
  } as CSSProperties
  return (
    <div role="cell" className="kit-cell" style={style} title={right ? 'Predicted right' : 'Predicted wrong'}>
      <span style={{ fontSize: size > 40 ? 15 : 12 }}>{formatCount(count)}</span>
      {size > 40 && <small>{formatPercent(share, 0)}</small>}
    </div>
  )
}

/** Many classes are listed by their mistakes: a grid of them could not be read. */
function LargeMatrix({ title, classes, counts }: ConfusionMatrixProps) {
  const mistakes = counts.flatMap((row, truth) =>
    row.map((count, predicted) => ({ truth, predicted, count })),
  )
  const worst = mistakes
    .filter((one) => one.truth !== one.predicted && one.count > 0)
    .sort((a, b) => b.count - a.count)
  const rows = worst
    .slice(0, 20)
    .map((one) => [classes[one.truth], classes[one.predicted], formatCount(one.count)])
  return (
    <SimpleTable
      caption={`${title}: most frequent mistakes`}
      columns={['Truth', 'Predicted', 'Rows']}
      rows={rows}
      numeric={[2]}
    />
  )
}
