import { formatDuration, formatPercent } from '@/base/format'
import type { NodeRun } from '@/state/types'

/** A bar that grows with the step; the time left is told once enough of it has passed to know. */
export function CardProgress({ progress }: { progress: NonNullable<NodeRun['progress']> }) {
  const { share, startedAt } = progress
  const left = timeLeft(share, Date.now() - startedAt)
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

/** Milliseconds; null in the first second, and while too little is done to tell. */
export function timeLeft(share: number | null, elapsedMs: number): number | null {
  if (share === null || share < 0.05 || elapsedMs < 1000) return null
  return Math.max(0, Math.round((elapsedMs * (1 - share)) / share / 1000) * 1000)
}
