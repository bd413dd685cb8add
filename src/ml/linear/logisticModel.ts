import type { TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { rowWeights, type ClassWeightParams } from './classWeights'
import { presentClasses } from './classes'
import type { Intervals, NoIntervals } from './intervals'
import type { Minimum } from './lbfgs'
import type { LogitProblem } from './logit'
import {
  fitLogisticRegression,
  labelsOf,
  penaltyOf,
  toWeights,
  type LogisticParams,
  type LogisticWeights,
} from './logisticRegression'
import { isSeparated } from './separation'
import { smoothLogistic } from './smoothLogistic'
import { sparseLogistic } from './sparseLogistic'
import type { Standard } from './standardise'
import { standardRows } from './standardRows'
import { waldIntervals } from './wald'
import { mostDense } from './warmStart'

export interface LogisticModelParams extends LogisticParams, ClassWeightParams {
  regularisation: 'l2' | 'none' | 'l1' | 'elasticNet'
  /** Of the elastic net: share of the L1 part. */
  l1Ratio: number
}

export interface LogisticModelWeights extends LogisticWeights {
  intervals: Intervals | NoIntervals
}

/**
 * From so many rows on the float64 search, which looks at all rows only a few times, is the quicker one. Below, the
 * answers stay those of the first version to the last bit.
 */
const manyRows = 10_000

/**
 * Logistic regression with any penalty and with weights of classes: ½(1 − l1Ratio)‖w‖² + l1Ratio · Σ|w| + C · Σ weight ·
 * loss, as in scikit-learn (`penalty`, `C`, `l1_ratio`, `class_weight`).
 * @throws StepFailure `one-class`, `parameter`
 */
export async function fitLogisticModel(
  data: TrainingData,
  params: LogisticModelParams,
  pulse: Pulse,
): Promise<LogisticModelWeights> {
  const present = presentClasses(data)
  const weights = rowWeights(data, params)
  const width = present.length === 2 ? 1 : present.length
  const fewRows = data.x.rows < manyRows || (data.x.columns + 1) * width > mostDense
  if (params.regularisation === 'l2' && !weights && fewRows)
    return { ...(await fitLogisticRegression(data, params, pulse)), intervals: penalised }
  const { standard, z } = await standardRows(data.x, pulse)
  const problem: LogitProblem = {
    z,
    labels: labelsOf(data.y, present),
    weights,
    width,
    ridge: ridgeOf(standard, params, data.x.rows),
  }
  const found = await search(problem, { params, standard }, pulse)
  const isFree = width > 1 && params.regularisation === 'none'
  const point = isFree ? centred(found.point, width) : found.point
  const fitted = toWeights({ ...found, point }, width, present, standard)
  if (width > 1) takeMeanOff(fitted.intercepts)
  const intervals = await intervalsOf(problem, { data, params, fitted, point, standard }, pulse)
  return { ...fitted, intervals }
}

function ridgeOf(standard: Standard, params: LogisticModelParams, rows: number): Float64Array {
  const share = { none: 0, l2: 1, l1: 0, elasticNet: 1 - params.l1Ratio }[params.regularisation]
  const penalty = penaltyOf(standard, params.c * rows).slice(0, -1)
  return share === 1 ? penalty : penalty.map((value) => share * value)
}

function search(
  problem: LogitProblem,
  { params, standard }: { params: LogisticModelParams; standard: Standard },
  pulse: Pulse,
): Promise<Minimum> {
  const { regularisation, l1Ratio, c } = params
  if (regularisation === 'none' || regularisation === 'l2') return smoothLogistic(problem, params, pulse)
  const share = regularisation === 'l1' ? 1 : l1Ratio
  const lasso = standard.scales.map((scale) => Math.min(share / c / problem.z.rows / scale, 1e12))
  return sparseLogistic({ ...problem, lasso }, params, pulse)
}

/** What all classes have in common says nothing: it is taken off weights that cost nothing. */
function centred(point: Float64Array, width: number): Float64Array {
  const out = point.slice()
  for (let start = 0; start < point.length; start += width) takeMeanOff(out.subarray(start, start + width))
  return out
}

function takeMeanOff(values: Float64Array): void {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  for (let k = 0; k < values.length; k++) values[k] -= mean
}

interface Fitted {
  data: TrainingData
  params: LogisticModelParams
  fitted: LogisticWeights
  point: Float64Array
  standard: Standard
}

async function intervalsOf(
  problem: LogitProblem,
  { data, params, fitted, point, standard }: Fitted,
  pulse: Pulse,
): Promise<Intervals | NoIntervals> {
  if (params.regularisation !== 'none') return penalised
  if (problem.weights)
    return {
      reason:
        'There are no intervals: weights of classes are not counts of rows, so that the usual formula does not hold.',
    }
  if (isSeparated(data, fitted))
    return {
      reason:
        'There are no intervals: the classes can be separated without error, so that no finite weights are the most probable.',
    }
  return waldIntervals(problem, { point, weights: fitted, standard }, pulse)
}

const penalised: NoIntervals = {
  reason:
    'There are no intervals: the penalty draws the weights towards zero, and the usual formula would claim too much. Without a penalty there are some.',
}
