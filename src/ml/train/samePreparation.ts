import type { TrainJob } from '@/contract/run'
import type { Prepared } from './prepare'

/** Milliseconds after which no further part is expected, so that a large matrix does not stay in memory. */
const longestPause = 5000

let last: { job: TrainJob; prepared: Promise<Prepared> } | null = null
let dropping: ReturnType<typeof setTimeout> | undefined

/**
 * Parts of one model that are trained in the same thread share what was prepared for the first of them: the very same
 * matrix, so that a learner may also keep what it made of it.
 */
export function samePreparation(job: TrainJob, prepare: () => Promise<Prepared>): Promise<Prepared> {
  clearTimeout(dropping)
  if (last && sameWork(last.job, job)) return last.prepared
  const entry = { job, prepared: prepare() }
  last = entry
  // What failed or was cancelled must not fail what comes after it.
  entry.prepared.catch(() => {
    if (last === entry) last = null
  })
  return entry.prepared
}

/** A part has been learned: what was prepared for it is dropped unless another one comes soon. */
export function partIsDone(): void {
  clearTimeout(dropping)
  dropping = setTimeout(() => (last = null), longestPause)
  // A command must not wait for it to end.
  if (typeof dropping === 'object') dropping.unref()
}

function sameWork(a: TrainJob, b: TrainJob): boolean {
  return (
    a.dataset === b.dataset &&
    a.seed === b.seed &&
    a.learner.type === b.learner.type &&
    sameRows(a.rows, b.rows) &&
    sameRows(a.validationRows, b.validationRows)
  )
}

function sameRows(a: Int32Array | null, b: Int32Array | null): boolean {
  if (a === null || b === null) return a === b
  return a.length === b.length && a.every((row, i) => row === b[i])
}
