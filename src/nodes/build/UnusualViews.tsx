import { formatCount, formatNumber, formatPercent } from '@/base/format'
import { Histogram } from '@/kit/charts/Histogram'
import { Tiles } from '@/kit/charts/MetricTiles'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import type { ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import type { UnusualPreview } from './unusualRun'

interface OverviewProps extends Pick<ViewProps<UnusualPreview>, 'preview' | 'result'> {
  /** Further tiles. */
  tiles: { title: string; value: string; note?: string }[]
  /** What the score means, as a sentence. */
  meaning: string
}

export function UnusualOverview({ preview, result, tiles, meaning }: OverviewProps) {
  const { rows, unscored, unusual, trainingRows, histogram, columns, limit } = preview
  const scored = rows - unscored
  const share = `${formatPercent(unusual / scored)} of those that have a score`
  return (
    <div className="kit-stack">
      <Tiles
        tiles={[
          {
            title: 'Unusual rows',
            value: formatCount(unusual),
            note: scored > 0 ? share : 'no row has a score',
          },
          { title: 'Trained on', value: formatCount(trainingRows), note: 'rows' },
          ...tiles,
        ]}
      />
      <Warnings result={result} />
      {histogram.counts.length > 0 && (
        <Histogram title="How unusual the rows are" xTitle="Score" {...histogram} mark={limit} />
      )}
      <p className="kit-quiet">
        {meaning} The data that leave this node have the columns “{columns[0]}” and “{columns[1]}”, which
        nothing learns from unless Select columns says so.
      </p>
    </div>
  )
}

export function MostUnusual({ preview }: Pick<ViewProps<UnusualPreview>, 'preview'>) {
  const { columns, rows } = preview.top
  return (
    <div className="kit-scroll">
      <SimpleTable
        caption="The most unusual rows, with their first columns"
        columns={['Row', 'Score', ...columns]}
        rows={rows.map((cells) => cells.map(written))}
        numeric={numericColumns(rows)}
      />
    </div>
  )
}

const written = (cell: string | number | null): string =>
  typeof cell === 'number' ? formatNumber(cell) : (cell ?? '–')

/** Row, score, and what holds numbers. */
const numericColumns = (rows: UnusualPreview['top']['rows']): number[] =>
  (rows[0] ?? []).flatMap((_, column) =>
    rows.every((cells) => typeof cells[column] !== 'string') ? [column] : [],
  )
