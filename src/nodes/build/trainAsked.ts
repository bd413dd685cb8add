import { failStep } from '@/contract/errors'
import type { RunContext, TrainJob } from '@/contract/run'
import {
  growthOf,
  largestRound,
  memoryFor,
  mostBytes,
  mostMs,
  needsTrial,
  timesAsLong,
  trialRows,
  type Growth,
} from '@/ml/burden/estimate'
import { effectiveRoles } from '@/ml/task'
import type { Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'

/** Milliseconds since some moment. */
type Clock = () => number

/** What a sample stays below, so that it is worth the trouble: a share of the most. */
const comfortable = { memory: 0.5, time: 0.2 }
/** A first trial that is cold tells nothing, unless it would take this many times too long. */
const hopeless = 4

/**
 * Trains one model, unless it would take more memory or time than a tab should give without asking. The time comes
 * from a trial on a few rows, and only where it could be long; a trial changes no result.
 * @throws StepFailure too-much, with the figures and the size of a sample that would do.
 */
export async function trainAsked(
  job: TrainJob,
  context: RunContext,
  now: Clock = () => performance.now(),
): Promise<Model> {
  if (!context.anyway) await askFirst(job, context, now)
  const [model] = await context.trainAll([job])
  return model
}

async function askFirst(job: TrainJob, context: RunContext, now: Clock): Promise<void> {
  const size = { rows: job.rows.length, features: countFeatures(job.dataset) }
  const bytesAt = (rows: number) => memoryFor({ ...size, rows })
  const bytes = bytesAt(size.rows)
  if (bytes > mostBytes) {
    const sample = largestRound(size.rows, (rows) => bytesAt(rows) <= comfortable.memory * mostBytes)
    failStep({ kind: 'too-much', ...size, bytes, ms: null, sample })
  }
  const growth = growthOf(context.catalog, job.learner)
  if (!needsTrial(size, growth)) return
  const msAt = await tryFew(job, { context, growth, now })
  const ms = Math.round(msAt(size.rows))
  if (ms <= mostMs) return
  const sample = largestRound(size.rows, (rows) => msAt(rows) <= comfortable.time * mostMs)
  failStep({ kind: 'too-much', ...size, bytes, ms, sample })
}

/** Prepared columns that are learned from, as far as the data show them. */
function countFeatures(dataset: Dataset): number {
  const roles = effectiveRoles(dataset)
  return dataset.table.columns.filter(({ name }) => (roles.get(name) ?? 'feature') === 'feature').length
}

interface Trial {
  context: RunContext
  growth: Growth
  now: Clock
}

/** Trains on a few of the rows. @returns milliseconds for so many rows. */
async function tryFew(job: TrainJob, { context, growth, now }: Trial): Promise<(rows: number) => number> {
  context.progress({ share: null, message: 'trying how long a few of the rows take' })
  const most = trialRows(job.rows.length)
  const measure = async (rows: number) => {
    const started = now()
    await context.trainEach([few(job, rows)])
    const ms = now() - started
    return (more: number) => ms * timesAsLong(growth, rows, more)
  }
  const cold = await measure(Math.ceil(most / 4))
  return cold(job.rows.length) > hopeless * mostMs ? cold : measure(most)
}

/** Spread evenly over all rows, so that sorted data show every class. */
function few(job: TrainJob, count: number): TrainJob {
  const step = job.rows.length / count
  const rows = Int32Array.from({ length: count }, (_, i) => job.rows[Math.floor(i * step)])
  return { ...job, rows, validationRows: null }
}
