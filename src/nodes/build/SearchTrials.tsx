import { formatMetric, formatPercent } from '@/base/format'
import { ParallelCoordinates } from '@/kit/charts/ParallelCoordinates'
import type { LiveProps } from '@/kit/view'
import type { SearchPicture, TrialRow } from '@/ml/tune/preview'
import { metricInfo } from '@/values/metrics'
import { linesOf, settingText } from './searchLines'

/** Of several learners, one with fewer trials than this has nothing to draw: the table tells them. */
const fewest = 4

/** The trials of each learner as lines over its settings. */
export function TrialLines({ picture, best }: { picture: SearchPicture; best: number | null }) {
  return picture.learners.map((learner, index) => {
    const tried = picture.trials.filter((trial) => trial.learner === index).length
    const several = picture.learners.length > 1
    if (learner.axes.length === 0 || tried < (several ? fewest : 1)) return null
    const title = several ? `Trials of ${learner.title}` : 'Trials'
    return <ParallelCoordinates key={index} title={title} {...linesOf(picture, index, best)} />
  })
}

interface TrialTableProps {
  picture: SearchPicture
  best: number | null
  /** Newest first while the search goes on, else best first. */
  newest?: boolean
}

/** Every trial with its settings, its score, or why it failed. */
export function TrialTable({ picture, best, newest = false }: TrialTableProps) {
  const { learners, metric } = picture
  const several = learners.length > 1
  const shares = picture.trials.some(({ share }) => share < 1)
  const trials = newest ? picture.trials.toReversed() : inOrder(picture)
  return (
    <div className="kit-scroll" style={{ maxHeight: 420 }} tabIndex={0} role="group" aria-label="Trials">
      <table className="kit-table kit-plain">
        <thead>
          <tr>
            <th scope="col">Trial</th>
            {several && <th scope="col">Learner</th>}
            <th scope="col">Settings</th>
            {shares && (
              <th scope="col" className="kit-number">
                Rows
              </th>
            )}
            <th scope="col" className="kit-number">
              {metricInfo(metric)?.title ?? metric}
            </th>
          </tr>
        </thead>
        <tbody>
          {trials.map((trial) => (
            <tr key={trial.number} className={trial.number === best ? 'kit-best' : undefined}>
              <th scope="row">
                {trial.number}
                {trial.number === best && ' '}
                {trial.number === best && (
                  <span className="kit-badge" data-tone="good">
                    best
                  </span>
                )}
              </th>
              {several && <td className="kit-wrap">{learners[trial.learner].title}</td>}
              <td className="kit-wrap">{settingsOf(trial, picture)}</td>
              {shares && <td className="kit-number">{formatPercent(trial.share, 0)}</td>}
              <Score trial={trial} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Score({ trial: { score, deviation, error } }: { trial: TrialRow }) {
  if (score === null) return <td className="kit-wrap">Failed: {error}</td>
  return (
    <td className="kit-number">
      {formatMetric(score)}
      {deviation !== null && <small className="kit-missing"> ± {formatMetric(deviation)}</small>}
    </td>
  )
}

const settingsOf = ({ learner, values }: TrialRow, { learners }: SearchPicture): string =>
  learners[learner].axes
    .filter(({ param }) => values[param] !== undefined)
    .map((axis) => `${axis.title} ${settingText(axis, values[axis.param])}`)
    .join(' · ') || 'as set'

/** Those on all rows first, the best of them on top, what failed last. */
function inOrder({ trials, direction }: SearchPicture): TrialRow[] {
  const sign = direction === 'lower' ? -1 : 1
  const rating = ({ score }: TrialRow) => (score === null ? -Infinity : sign * score)
  return trials.toSorted(
    (a, b) =>
      Number(a.score === null) - Number(b.score === null) || b.share - a.share || rating(b) - rating(a) || 0,
  )
}

/** Grows while the search goes on. */
export function LiveTrials({ live }: LiveProps) {
  const picture = live as unknown as SearchPicture | null
  if (!picture?.trials?.length) return null
  return (
    <div className="kit-stack">
      <TrialLines picture={picture} best={null} />
      <TrialTable picture={picture} best={null} newest />
    </div>
  )
}
