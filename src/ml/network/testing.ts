import { log } from '@/base/math'
import type { TrainingData } from '@/contract/catalog'
import { matrixOf, testPulse } from '../tensor/testing'
import { fitNetwork, type NetworkParams } from './fitNetwork'
import { predictNetwork } from './predictNetwork'

export const defaults: NetworkParams = {
  layers: [{ units: 16, activation: 'relu' }],
  dropout: 0,
  optimiser: 'adam',
  learningRate: 0.01,
  momentum: 0.9,
  batchSize: 32,
  epochs: 100,
  patience: 0,
  ...{ nesterov: false, weightDecay: 0.01, l1Penalty: 0, l2Penalty: 0, clipNorm: null },
  ...{ schedule: 'constant', decayFactor: 0.5, decayEpochs: 10, classWeights: 'none', watch: 'none' },
}

export type Rows = { x: number[][]; y: number[] }

export function dataOf({ x, y }: Rows, classes: number): TrainingData {
  const names = Array.from({ length: classes }, (_, i) => `class ${i}`)
  const task = classes === 0 ? 'regression' : classes === 2 ? 'binary' : 'multiclass'
  return {
    task,
    features: [],
    x: matrixOf(x),
    y: Float64Array.from(y),
    classes: names,
    target: 'kind',
    validation: null,
    seed: 1,
  }
}

export const fit = (rows: Rows, classes: number, params: Partial<NetworkParams> = {}) =>
  fitNetwork(dataOf(rows, classes), { ...defaults, ...params }, testPulse())

export async function scoreOf(rows: Rows, classes: number, params: Partial<NetworkParams> = {}, seed = 1) {
  const weights = await fitNetwork(
    { ...dataOf(rows, classes), seed },
    { ...defaults, ...params },
    testPulse(),
  )
  const { values } = predictNetwork(weights, matrixOf(rows.x), classes)
  let right = 0
  let loss = 0
  rows.y.forEach((code, row) => {
    const own = values.subarray(row * classes, (row + 1) * classes)
    if (own.indexOf(Math.max(...own)) === code) right++
    loss -= log(own[code]) / rows.y.length
  })
  return { accuracy: right / rows.y.length, loss }
}

export const mean = (values: number[]) => values.reduce((sum, value) => sum + value / values.length, 0)
