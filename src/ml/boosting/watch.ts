import { hashSeed } from '@/base/hash'
import { makeRandom } from '@/base/random'
import type { TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { allRows } from '@/values/table'
import { quantiseAs, type Quantised } from '../histogram/quantise'
import { leadingRows } from '../train/leaders'
import type { BoostingParams } from './types'

/** Rows on which the loss is watched, never learned from. */
export interface Watched {
  quantised: Quantised
  y: Float64Array
  rows: Int32Array
}

interface Prepared {
  data: TrainingData
  /** The target, divided by `scale`. */
  y: Float64Array
  scale: number
  quantised: Quantised
}

/** With more rows, “auto” stops early without validation rows too; as in scikit-learn. */
const many = 10_000
const fewest = 20
const asideShare = 0.1

/** The rows to learn from, and those to watch: the validation rows, or a seeded tenth where early stopping needs some. */
export async function watchedRows(
  { data, y, scale, quantised }: Prepared,
  { earlyStopping }: Pick<BoostingParams, 'earlyStopping'>,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<{ rows: Int32Array; watched: Watched | null }> {
  const rows = allRows(data.x.rows)
  if (data.validation && data.validation.x.rows > 0) {
    const { x, y: truth } = data.validation
    const watched = await quantiseAs(quantised.features, x, pulse)
    return {
      rows,
      watched: { quantised: watched, y: truth.map((value) => value / scale), rows: allRows(x.rows) },
    }
  }
  const wanted = earlyStopping === 'on' || (earlyStopping === 'auto' && rows.length > many)
  if (!wanted || rows.length < fewest) return { rows, watched: null }
  const aside = setAside(data, rows.length)
  return {
    rows: rows.filter((row) => aside[row] === 0),
    watched: { quantised, y, rows: rows.filter((row) => aside[row] === 1) },
  }
}

/** Marks a tenth of the rows of each class, or of all for a value; copies of a row stay together. */
function setAside({ task, y, classes, seed, leaders }: TrainingData, count: number): Uint8Array {
  const shuffled = makeRandom(hashSeed(seed, 'aside')).shuffle(leadingRows(count, leaders))
  const seen = new Float64Array(task === 'regression' ? 1 : classes.length)
  const marks = new Uint8Array(count)
  for (const row of shuffled) {
    const group = task === 'regression' ? 0 : y[row]
    const before = Math.floor(seen[group] * asideShare)
    seen[group]++
    if (Math.floor(seen[group] * asideShare) > before) marks[row] = 1
  }
  return leaders ? marks.map((_, row) => marks[leaders[row]]) : marks
}
