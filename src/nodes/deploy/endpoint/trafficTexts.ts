import { formatNumber, formatPercent, formatPlural } from '@/base/format'
import type { LoggedAnswer, LoggedRequest } from '@/contract/run'

export const isRefused = ({ status = 200 }: LoggedRequest): boolean => status !== 200

/** Version and role of what answered; null where nobody wrote it down. */
export const answeredBy = ({ answer, alias }: LoggedRequest): string | null =>
  answer ? `${answer.version}${alias ? ` · ${alias}` : ''}` : null

/** The answer in a few words: what was predicted for the first row, or the field for which it was refused. */
export function saidText(request: LoggedRequest): string | null {
  if (isRefused(request)) return ['Refused', request.status, request.field].filter(Boolean).join(' · ')
  const { answer, rows } = request
  if (!answer) return null
  const first = predictionText(answer, 0)
  return rows.length > 1 ? `${first} and ${formatPlural(rows.length - 1, 'more row', 'more rows')}` : first
}

export function predictionText({ predictions, scores }: LoggedAnswer, row: number): string {
  const prediction = predictions[row]
  const text = typeof prediction === 'number' ? formatNumber(prediction) : prediction
  return scores ? `${text} (${formatPercent(scores[row])})` : text
}

/** Milliseconds that this share of the requests did not exceed, by nearest rank; NaN where no time was written down. */
export function latencyAt(requests: readonly LoggedRequest[], share: number): number {
  const times = requests.flatMap(({ ms }) => (ms === undefined ? [] : [ms])).sort((a, b) => a - b)
  return times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? NaN
}
