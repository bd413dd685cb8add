import { formatInterval, formatMetric, formatRaw } from '@/base/format'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { metricInfo } from '@/values/metrics'
import type { ComparePreview, PairComparison } from './preview'
import { chanceText, pText, verdictSentence } from './words'

interface PairDetailsProps {
  pair: PairComparison
  names: [string, string]
  preview: ComparePreview
}

/** Every test of one pair: what was compared, the figure, and what it says. */
export function PairDetails({ pair, names, preview }: PairDetailsProps) {
  const rows = [...foldRows(pair, names, preview), ...decisionRows(pair, names), ...areaRows(pair)]
  return (
    <section aria-live="polite" className="kit-stack">
      <p className="kit-heading">{verdictSentence(pair, ...names)}</p>
      {pair.posterior && <Chances pair={pair} names={names} rope={preview.rope} />}
      {rows.length > 0 && (
        <div className="kit-wrap">
          <SimpleTable
            caption={`${names[0]} against ${names[1]}`}
            columns={['Test', 'Figure', 'p-value']}
            rows={rows}
            numeric={[2]}
          />
        </div>
      )}
      {rows.length > 0 && (
        <p className="kit-quiet">
          A p-value is the chance of such a difference, or a larger one, between two that are equal.
        </p>
      )}
      {pair.mcNemar && (
        <p className="kit-quiet">
          McNemar and DeLong take each row once, with the score of the model that was not trained on it. They
          leave out how much the models themselves vary with their training rows, so they are surer than the
          tests over folds.
        </p>
      )}
    </section>
  )
}

type Row = [string, string, string]

function foldRows(
  { gain, test, folds }: PairComparison,
  [first]: [string, string],
  preview: ComparePreview,
): Row[] {
  if (gain === null || test === null) return []
  const title = metricInfo(preview.metric)?.title ?? preview.metric
  const amount = `${first} ${gain < 0 ? 'worse' : 'better'} by ${formatMetric(Math.abs(gain))} ${title}`
  const t =
    test.t === null ? 'the same in every fold' : `t = ${formatMetric(test.t)}, ${test.degrees} degrees`
  return [[`Corrected t-test (Nadeau–Bengio), ${folds} folds`, `${amount}; ${t}`, pText(test.p)]]
}

function decisionRows({ mcNemar }: PairComparison, [first, second]: [string, string]): Row[] {
  if (!mcNemar) return []
  const { onlyFirst, onlySecond, exact, corrected } = mcNemar
  const rows: Row[] = [
    ['McNemar, exact', `only ${first} right ${onlyFirst}, only ${second} right ${onlySecond}`, pText(exact)],
  ]
  if (corrected)
    rows.push([
      'McNemar, continuity corrected',
      `χ² = ${formatMetric(corrected.statistic)}, 1 degree`,
      pText(corrected.p),
    ])
  return rows
}

function areaRows({ deLong }: PairComparison): Row[] {
  if (!deLong) return []
  const { areas, difference, low, high, z, p } = deLong
  const figures = `ROC AUC ${formatMetric(areas[0])} and ${formatMetric(areas[1])}, difference ${formatMetric(difference)} (95 % ${formatInterval(low, high)})`
  return [['DeLong', z === null ? figures : `${figures}; z = ${formatMetric(z)}`, pText(p)]]
}

/** The three answers of the Bayesian test as bars. */
function Chances({ pair, names, rope }: { pair: PairComparison; names: [string, string]; rope: number }) {
  const { better, equivalent, worse } = pair.posterior!
  const bars = [
    { name: `${names[0]} better`, chance: better },
    { name: `Within ± ${formatRaw(rope)}`, chance: equivalent },
    { name: `${names[1]} better`, chance: worse },
  ]
  return (
    <div className="kit-bars" role="list" aria-label="Chances by the Bayesian correlated t-test">
      {bars.map(({ name, chance }, i) => (
        <div key={i} role="listitem" style={{ display: 'contents' }}>
          <span>{name}</span>
          <span className="kit-track">
            <i style={{ left: 0, width: `${(chance * 100).toFixed(1)}%` }} />
          </span>
          <span>{chanceText(chance)}</span>
        </div>
      ))}
    </div>
  )
}
