import { hashSeed } from '@/base/hash'
import { log } from '@/base/math'
import type { Matrix, TrainingData } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import { quietly, type Pulse } from '@/contract/pulse'
import type { Scores } from '@/values/model'
import { fitKMeans, nearestCentres } from '../cluster/kMeans'
import { respond, roomFor } from './density'
import { estimate } from './estimate'
import type { Covariance, Gaussians, MixtureParams, MixtureWeights } from './types'

export type { Covariance, MixtureParams, MixtureWeights } from './types'

/** Numbers that are looked at between two breaths. */
const work = 1e6

/**
 * A mixture of normal distributions by expectation and maximisation (Dempster et al. 1977) from a k-means start, as
 * scikit-learn's `GaussianMixture`; of several starts the likeliest, of equal ones the first.
 * @param data.part some of the starts
 * @throws StepFailure too-few-rows, parameter
 */
export async function fitMixture(
  data: Pick<TrainingData, 'x' | 'seed' | 'part'>,
  params: MixtureParams,
  pulse: Pulse,
): Promise<MixtureWeights> {
  const { x } = data
  const { components, starts } = params
  if (x.rows < Math.max(2, components))
    failStep({
      kind: 'too-few-rows',
      what: 'So many components',
      needed: Math.max(2, components),
      found: x.rows,
    })
  const part = data.part ?? { index: 0, of: 1 }
  const found: MixtureWeights[] = []
  for (let start = part.index; start < starts; start += part.of) {
    const seed = hashSeed(data.seed, 'mixture', String(start))
    const first = await firstGuess(x, seed, params, pulse)
    found.push({ ...(await climb(x, first, params, pulse)), start })
    pulse.progress({ share: (start + 1) / starts, message: `Start ${start + 1} of ${starts}` })
  }
  return likeliestStart(found)
}

export const likeliestStart = (found: readonly MixtureWeights[]): MixtureWeights =>
  found.reduce((best, one) =>
    one.logLikelihood > best.logLikelihood ||
    (one.logLikelihood === best.logLikelihood && one.start < best.start)
      ? one
      : best,
  )

/** Each row belongs wholly to the nearest centre of k-means. */
async function firstGuess(x: Matrix, seed: number, { components }: MixtureParams, pulse: Pulse) {
  const settings = { clusters: components, starts: 1, maxIterations: 300, tolerance: 1e-4 }
  const { centres } = await fitKMeans({ x, seed }, settings, quietly(pulse))
  const responsibilities = new Float64Array(x.rows * components)
  nearestCentres(x, centres).forEach((cluster, row) => (responsibilities[row * components + cluster] = 1))
  return responsibilities
}

async function climb(x: Matrix, responsibilities: Float64Array, params: MixtureParams, pulse: Pulse) {
  const { maxIterations, tolerance } = params
  let gaussians = await estimate(x, responsibilities, params, pulse)
  let before = -Infinity
  let settled = false
  let iterations = 0
  while (!settled && iterations < maxIterations) {
    iterations++
    const now = await expect(x, gaussians, responsibilities, pulse)
    gaussians = await estimate(x, responsibilities, params, pulse)
    settled = Math.abs(now - before) < tolerance
    before = now
  }
  const logLikelihood = await expect(x, gaussians, responsibilities, pulse)
  const free = parametersOf(params.components, x.columns, params.covariance)
  return {
    gaussians,
    logLikelihood,
    bic: -2 * logLikelihood * x.rows + free * log(x.rows),
    aic: -2 * logLikelihood * x.rows + 2 * free,
    iterations,
    settled,
  }
}

/** How much each row belongs to each component (the E step). @returns mean log-likelihood */
async function expect(
  { rows, columns, values }: Matrix,
  gaussians: Gaussians,
  into: Float64Array,
  pulse: Pick<Pulse, 'breathe'>,
): Promise<number> {
  const room = roomFor(gaussians)
  const components = room.parts.length
  const every = Math.max(1, Math.floor(work / (columns * columns * components)))
  let sum = 0
  for (let row = 0; row < rows; row++) {
    sum += respond(gaussians, values, row * columns, room)
    into.set(room.parts, row * components)
    if (row % every === every - 1) await pulse.breathe()
  }
  return sum / rows
}

/** Numbers that are free to be fitted. */
export function parametersOf(components: number, columns: number, covariance: Covariance): number {
  const shape = {
    full: (components * columns * (columns + 1)) / 2,
    tied: (columns * (columns + 1)) / 2,
    diag: components * columns,
    spherical: components,
  }
  return shape[covariance] + components * columns + components - 1
}

/** The probability of each component for each row. */
export function mixtureScores({ gaussians }: MixtureWeights, x: Matrix): Scores {
  const room = roomFor(gaussians)
  const width = room.parts.length
  const values = new Float64Array(x.rows * width)
  for (let row = 0; row < x.rows; row++) {
    respond(gaussians, x.values, row * x.columns, room)
    values.set(room.parts, row * width)
  }
  return { rows: x.rows, width, values }
}
