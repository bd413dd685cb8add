import { Button } from '@mantine/core'
import { formatCount, formatInterval, formatMetric, formatPlural } from '@/base/format'
import { sameJson } from '@/base/json'
import { Tiles } from '@/kit/charts/MetricTiles'
import type { ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import type { SearchPreview } from '@/ml/tune/preview'
import { metricInfo } from '@/values/metrics'
import { TrialLines, TrialTable } from './SearchTrials'
import { settingText } from './searchLines'

type Props = ViewProps<SearchPreview>

const nameOf = (metric: string): string => metricInfo(metric)?.title ?? metric

/** The winner and how to use it, what its score is worth, and all trials. */
export function SearchOverview(props: Props) {
  const { preview, result } = props
  const best = preview.trials.find(({ number }) => number === preview.best)
  if (!best) return null
  return (
    <div className="kit-stack">
      <Tiles tiles={tilesOf(preview, best.score, best.deviation)} />
      <Winner {...props} />
      <Warnings result={result} />
      <TrialLines picture={preview} best={preview.best} />
      <TrialTable picture={preview} best={preview.best} />
      {preview.leftOut.map((text) => (
        <p className="kit-quiet" key={text}>
          {text}
        </p>
      ))}
      <p className="kit-quiet">{basis(preview)}</p>
    </div>
  )
}

function tilesOf(preview: SearchPreview, score: number | null, deviation: number | null) {
  const { trials, metric, nested } = preview
  const failed = trials.filter(({ error }) => error !== null).length
  const tiles = [
    {
      title: `Best ${nameOf(metric)}`,
      value: formatMetric(score ?? NaN),
      note: deviation === null ? undefined : `± ${formatMetric(deviation)} between folds`,
    },
    {
      title: 'Trials',
      value: formatCount(trials.length),
      note: failed > 0 ? `${formatCount(failed)} failed` : undefined,
    },
  ]
  if (!nested) return tiles
  const { found, low, high, promised } = nested
  return [
    ...tiles,
    {
      title: `Nested ${nameOf(metric)}`,
      value: formatMetric(found),
      note: low === null || high === null ? undefined : formatInterval(low, high),
      explain: 'The search is repeated without the rows of an outer fold, and its winner judged on them.',
    },
    {
      title: 'Optimism',
      value: formatMetric((preview.direction === 'lower' ? -1 : 1) * (promised - found)),
      note: `promised ${formatMetric(promised)}`,
      explain:
        'How much better the best score of the search looks than what its winner reaches on unseen rows.',
    },
  ]
}

/** The settings of the best trial, and the button that gives them to the learner on the canvas. */
function Winner({ preview, onApply, paramsOf, titleOf }: Props) {
  const best = preview.trials.find(({ number }) => number === preview.best)
  if (!best) return null
  const learner = preview.learners[best.learner]
  const { node, type } = learner
  const settings = learner.axes
    .filter(({ param }) => best.values[param] !== undefined)
    .map((axis) => `${axis.title} ${settingText(axis, best.values[axis.param])}`)
  const set = node === null ? null : (paramsOf?.(node) ?? null)
  const isSet =
    set !== null && Object.entries(best.values).every(([name, value]) => sameJson(set[name], value))
  return (
    <div>
      <p style={{ margin: 0 }}>
        Best: {learner.title}
        {settings.length > 0 && `, ${settings.join(', ')}`}.
      </p>
      {node !== null && onApply && !isSet && (
        <Button size="xs" variant="filled" mt={6} maw="100%" onClick={() => onApply(node, type, best.values)}>
          Use these settings in “{titleOf(node)}”
        </Button>
      )}
      <p role="status" style={{ margin: 0, fontWeight: 650 }}>
        {isSet && node !== null && `Set in “${titleOf(node)}”.`}
      </p>
    </div>
  )
}

function basis({
  folds,
  dealing,
  rows,
  keptForTest,
  trainingRows,
  ended,
  metric,
  direction,
}: SearchPreview): string {
  const kept = keptForTest > 0 ? ` ${formatCount(keptForTest)} test rows stayed untouched.` : ''
  const end = ended === 'space' ? ' Everything in the search space was tried.' : ''
  return `Mean ${nameOf(metric)} (${direction} is better) over ${folds} ${dealing} folds of ${formatPlural(rows, 'row')}, the same for all trials; the winner was then trained on ${formatPlural(trainingRows, 'row')}.${kept}${end}`
}
