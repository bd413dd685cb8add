import { decide, isClass, onesFor, scoresOf, takeData, type ClassData, type RowWeights } from './classData'
import {
  accuracy,
  balancedAccuracy,
  classTotals,
  f1Of,
  macroF1,
  matthews,
  meanCost,
  precisionOf,
  recallOf,
  type ClassTotals,
} from './decisions'
import { brierLosses, logLosses, weightedMean } from './losses'
import type { MetricSet } from './metricSet'
import { averagePrecision, rank, rocArea, type Ranking } from './ranking'

type Parts = { data: ClassData; rankings: Ranking[]; logs: Float64Array; briers: Float64Array }
type Metric = (parts: Parts, totals: ClassTotals, weights: RowWeights) => number

const forAll: [string, Metric][] = [
  ['accuracy', (_, totals) => accuracy(totals)],
  ['balancedAccuracy', (_, totals) => balancedAccuracy(totals)],
  ['macroF1', (_, totals) => macroF1(totals)],
  ['rocAuc', ({ rankings }, _, weights) => meanArea(rankings, weights)],
  ['logLoss', ({ logs }, _, weights) => weightedMean(logs, weights)],
  ['mcc', (_, totals) => matthews(totals)],
]

const forBinary: [string, Metric][] = [
  ['f1', ({ data }, totals) => f1Of(totals, data.positive)],
  [
    'precision',
    ({ data }, totals) => (totals.actual[data.positive] === 0 ? NaN : precisionOf(totals, data.positive)),
  ],
  ['recall', ({ data }, totals) => recallOf(totals, data.positive)],
  ['averagePrecision', ({ rankings }, _, weights) => averagePrecision(rankings[0], weights)],
  ['brier', ({ briers }, _, weights) => weightedMean(briers, weights)],
  ['cost', ({ data }, totals) => meanCost(totals, data.positive, data)],
]

/** Every metric of a binary or multi-class task, ready to be computed for any row weights. */
export function classMetrics(data: ClassData): MetricSet {
  const predicted = decide(data)
  const binary = data.positive >= 0
  const listed = binary ? [...forAll, ...forBinary] : forAll
  const parts = {
    data,
    rankings: rankingsOf(data),
    logs: logLosses(data),
    briers: binary ? brierLosses(data) : new Float64Array(0),
  }
  const compute = (weights: RowWeights): number[] => {
    const totals = classTotals(data.truth, predicted, data.classes.length, weights)
    return listed.map(([, metric]) => metric(parts, totals, weights))
  }
  const rows = data.truth.length
  return {
    rows,
    ids: listed.map(([id]) => id),
    compute,
    subset: (chosen) => classMetrics(takeData(data, chosen)),
    proportions: proportionsOf(data, predicted),
    reason: (id) => whyAbsent(id, data),
    work: rows * (parts.rankings.length + 3),
  }
}

/** Binary: the positive class. Several classes: each class that occurs, against the rest. */
function rankingsOf(data: ClassData): Ranking[] {
  if (data.positive >= 0) return [rank(scoresOf(data, data.positive), isClass(data, data.positive))]
  const present = new Set(data.truth)
  const indices = data.classes
    .map((_, index) => index)
    .filter((index) => present.has(index) && index < data.width)
  return indices.map((index) => rank(scoresOf(data, index), isClass(data, index)))
}

/** Mean over the questions that have rows on both sides. */
function meanArea(rankings: Ranking[], weights: RowWeights): number {
  const areas = rankings.map((ranking) => rocArea(ranking, weights)).filter((area) => !Number.isNaN(area))
  return areas.reduce((total, area) => total + area, 0) / areas.length
}

function proportionsOf(data: ClassData, predicted: Int32Array): MetricSet['proportions'] {
  const totals = classTotals(data.truth, predicted, data.classes.length, onesFor(data.truth.length))
  const right = totals.right.reduce((sum, count) => sum + count, 0)
  const proportions: MetricSet['proportions'] = new Map([
    ['accuracy', { successes: right, trials: totals.all }],
  ])
  if (data.positive < 0) return proportions
  const found = totals.right[data.positive]
  proportions.set('precision', { successes: found, trials: totals.predicted[data.positive] })
  proportions.set('recall', { successes: found, trials: totals.actual[data.positive] })
  return proportions
}

function whyAbsent(id: string, data: ClassData): string {
  if (data.truth.length === 0) return 'There are no rows to judge.'
  const present = new Set(data.truth)
  const needsPositive = ['f1', 'precision', 'recall', 'averagePrecision'].includes(id)
  if (needsPositive && !present.has(data.positive))
    return `No row has the positive class “${data.classes[data.positive]}”.`
  if (present.size < 2) return 'All rows have the same class, so there is nothing to tell apart.'
  return 'The scores are too large to compute it.'
}
