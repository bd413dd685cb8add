import { hashSeed } from '@/base/hash'
import { makeRandom } from '@/base/random'
import type { Matrix, TrainingData } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import { lloyd } from './lloyd'
import { seedCentres } from './seeding'

export interface KMeansParams {
  clusters: number
  starts: number
  maxIterations: number
  tolerance: number
}

export type KMeansWeights = {
  columns: number
  /** Clusters × columns. */
  centres: Float64Array
  /** Training rows of each cluster. */
  sizes: Int32Array
  /** Sum of the squared distances of training rows to their centres. */
  inertia: number
  iterations: number
  settled: boolean
  /** Which of the starts it is. */
  start: number
}

/**
 * k-means by Lloyd's iterations with Hamerly's bounds (2010), the best of several starts from k-means++. Of starts that
 * end the same the first counts, so that it does not matter where each was made.
 * @param data.part some of the starts
 * @throws StepFailure too-few-rows
 */
export async function fitKMeans(
  data: Pick<TrainingData, 'x' | 'seed' | 'part'>,
  { clusters, starts, maxIterations, tolerance }: KMeansParams,
  pulse: Pulse,
): Promise<KMeansWeights> {
  const { x } = data
  if (x.rows < clusters)
    failStep({ kind: 'too-few-rows', what: 'Finding so many clusters', needed: clusters, found: x.rows })
  const { moved, means, variance } = centred(x)
  const part = data.part ?? { index: 0, of: 1 }
  const found: KMeansWeights[] = []
  for (let start = part.index; start < starts; start += part.of) {
    const random = makeRandom(hashSeed(data.seed, 'start', String(start)))
    const first = seedCentres(moved, clusters, random)
    await pulse.breathe()
    const end = await lloyd(moved, first, { maxIterations, shift: tolerance * variance }, pulse)
    found.push({ columns: x.columns, ...end, start })
    pulse.progress({ share: (start + 1) / starts, message: `Start ${start + 1} of ${starts}` })
  }
  const best = bestStart(found)
  return { ...best, centres: best.centres.map((value, i) => value + means[i % x.columns]) }
}

/** The start with the least inertia; of equal ones the first. */
export const bestStart = (found: readonly KMeansWeights[]): KMeansWeights =>
  found.reduce((best, one) =>
    one.inertia < best.inertia || (one.inertia === best.inertia && one.start < best.start) ? one : best,
  )

const kept = new WeakMap<Matrix, ReturnType<typeof centre>>()

/** Remembered with the matrix, which parts share. */
function centred(x: Matrix) {
  const known = kept.get(x) ?? centre(x)
  kept.set(x, known)
  return known
}

/** Rows less their mean, which loses fewer digits, and the mean variance of the columns. */
function centre({ rows, columns, values }: Matrix) {
  const means = new Float64Array(columns)
  for (let at = 0; at < values.length; at += columns)
    for (let i = 0; i < columns; i++) means[i] += values[at + i] / rows
  const moved = new Float64Array(values.length)
  let squares = 0
  for (let at = 0; at < values.length; at += columns)
    for (let i = 0; i < columns; i++) {
      const value = values[at + i] - means[i]
      moved[at + i] = value
      squares += value * value
    }
  const variance = squares / rows / columns
  return { moved: { rows, columns, values: moved }, means, variance }
}

/** The nearest centre of each row; of equally near ones the first. */
export function nearestCentres({ rows, columns, values }: Matrix, centres: Float64Array): Int32Array {
  const k = centres.length / columns
  const nearest = new Int32Array(rows)
  for (let row = 0, at = 0; row < rows; row++, at += columns) {
    let least = Infinity
    for (let cluster = 0; cluster < k; cluster++) {
      let sum = 0
      for (let i = 0, c = cluster * columns; i < columns && sum < least; i++) {
        const difference = values[at + i] - centres[c + i]
        sum += difference * difference
      }
      if (sum < least) {
        least = sum
        nearest[row] = cluster
      }
    }
  }
  return nearest
}
