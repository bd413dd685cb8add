import type { TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { fitElasticNet, type ElasticNetFit } from './elasticNet'
import { fitHuber, type HuberFit } from './huber'
import { leastSquaresIntervals, type Intervals, type NoIntervals } from './intervals'
import { fitLinearRegression, type LinearFit, type LinearWeights } from './linearRegression'
import { resampledIntervals } from './resample'

export interface LinearParams {
  method: 'squares' | 'lasso' | 'elasticNet' | 'huber'
  /** Of `squares`: strength of the L2 penalty, 0 for none. */
  penalty: number
  /** Of the lasso and the elastic net. */
  alpha: number
  l1Ratio: number
  maxIterations: number
  tolerance: number
  epsilon: number
  /** Strength of the L2 penalty of the robust form. */
  robustPenalty: number
  /** Fits on resampled rows for intervals; 0 for none. Plain least squares have exact ones. */
  resamples: number
}

/** What the search of the lasso and of the elastic net came to. */
export type SparseSearch = { kind: 'sparse'; gap: number; iterations: number; converged: boolean }
/** What the robust form found beside its coefficients. */
export type RobustSearch = {
  kind: 'robust'
  scale: number
  outliers: number
  iterations: number
  converged: boolean
}

export interface LinearModelWeights extends LinearWeights {
  intervals: Intervals | NoIntervals
  /** Null for least squares, which are solved and not searched. */
  search: SparseSearch | RobustSearch | null
}

export interface LinearModelFit extends LinearFit {
  weights: LinearModelWeights
}

type Rows = Pick<TrainingData, 'x' | 'y'>
type AnyFit = LinearFit | ElasticNetFit | HuberFit

/** Any of the linear regressions, with intervals of its coefficients where there are honest ones. */
export async function fitLinearModel(
  data: Rows & { seed: number },
  params: LinearParams,
  pulse: Pulse,
): Promise<LinearModelFit> {
  const found = await fitOne(data, params, pulse)
  const intervals = await intervalsOf(data, params, { found, pulse })
  const search = searchOf(found)
  const { singular, constantTarget } = found
  return { weights: { ...found.weights, intervals, search }, singular, constantTarget }
}

function fitOne(data: Rows, params: LinearParams, pulse: Pulse): Promise<AnyFit> {
  const { method, alpha, maxIterations, tolerance } = params
  if (method === 'huber')
    return fitHuber(data, { epsilon: params.epsilon, alpha: params.robustPenalty }, pulse)
  if (method === 'squares') return fitLinearRegression(data, params.penalty, pulse)
  const l1Ratio = method === 'lasso' ? 1 : params.l1Ratio
  return fitElasticNet(data, { alpha, l1Ratio, maxIterations, tolerance }, pulse)
}

async function intervalsOf(
  data: Rows & { seed: number },
  params: LinearParams,
  { found, pulse }: { found: AnyFit; pulse: Pulse },
): Promise<Intervals | NoIntervals> {
  if (params.method === 'squares' && params.penalty === 0)
    return leastSquaresIntervals(data, found.weights, pulse)
  const { resamples: count } = params
  if (count > 0)
    return resampledIntervals({ data, count, seed: data.seed }, (rows) => fitOne(rows, params, pulse), pulse)
  return { reason: params.method === 'huber' ? robustReason : penaltyReason }
}

const penaltyReason =
  'There are no intervals: a penalty draws the weights towards zero, and the usual formula would claim too much. Ask for resamples to see how much they depend on the rows.'

const robustReason =
  'There are no intervals: the usual formula does not hold for a robust fit. Ask for resamples to see how much the weights depend on the rows.'

function searchOf(found: AnyFit): SparseSearch | RobustSearch | null {
  if (!('iterations' in found)) return null
  const { iterations, converged } = found
  if ('gap' in found) return { kind: 'sparse', gap: found.gap, iterations, converged }
  return { kind: 'robust', scale: found.scale, outliers: found.outliers, iterations, converged }
}
