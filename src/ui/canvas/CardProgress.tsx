import { formatDuration, formatPercent } from '@/base/format'
import type { NodeRun } from '@/state/types'
import { timeLeft } from './timeLeft'
import { useSecond } from './useSecond'

/** A bar that grows with the step; the time left is told once enough of it has passed to know. */
export function CardProgress({ progress }: { progress: NonNullable<NodeRun['progress']> }) {
  const { share, startedAt } = progress
  const left = timeLeft(share, useSecond() - startedAt)
  return (
    <div className="sc-card-progress">
      <div
        role="progressbar"
        aria-label="Progress"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share === null ? undefined : Math.round(share * 100)}
        className="sc-bar"
        data-unknown={share === null || undefined}
      >
        <div style={{ width: share === null ? '35%' : `${share * 100}%` }} />
      </div>
      {share !== null && (
        <span>
          {formatPercent(share, 0)}
          {left !== null && ` · ${formatDuration(left)} left`}
        </span>
      )}
    </div>
  )
}
