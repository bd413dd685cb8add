/**
 * A page whose workers fit and judge learners of the product on a CSV file: `window.turn(jobs, workers)`, see
 * learners/main.ts; and the settings with which they are measured.
 */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { build } from 'vite'
import { root } from '../../lib/source.mjs'
import { freshPage, serve } from './app.mjs'
import { findPython } from './peers.mjs'

export const boosting = {
  type: 'gradient-boosting',
  params: {
    ...{ loss: 'squared', quantile: 0.5, iterations: 100, learningRate: 0.1, leaves: 31, maxDepth: null },
    ...{ minSamplesLeaf: 20, l2: 0, subsample: 1, columnSubsample: 1, monotone: [], earlyStopping: 'off' },
    ...{ patience: 10, tolerance: 1e-7 },
  },
}

export const neighbours = {
  type: 'nearest-neighbours',
  params: { k: 5, metric: 'euclidean', power: 3, weights: 'uniform' },
}

export const svm = {
  type: 'svm',
  params: {
    ...{ kernel: 'rbf', c: 1, gamma: 'scale', gammaValue: 0.1, degree: 3, coef0: 0, classWeight: 'none' },
    ...{ epsilon: 0.1, probability: false, tolerance: 1e-3, maxIterations: 10_000_000 },
  },
}

export const forest = {
  type: 'random-forest',
  params: {
    ...{ trees: 100, maxDepth: null, minSamplesSplit: 2, minSamplesLeaf: 1, featuresPerSplit: 'auto' },
    ...{ featureCount: 5, bootstrap: true, outOfBag: false, classWeights: 'none' },
  },
}

export const network = {
  type: 'neural-network',
  params: {
    layers: [64, 32].map((units) => ({ units, activation: 'relu' })),
    ...{
      dropout: 0,
      l1Penalty: 0,
      l2Penalty: 0,
      optimiser: 'adam',
      learningRate: 0.001,
      momentum: 0.9,
      nesterov: false,
    },
    ...{ weightDecay: 0.01, schedule: 'constant', decayFactor: 0.5, decayEpochs: 10, clipNorm: null },
    ...{ batchSize: 200, epochs: 20, patience: 0, classWeights: 'none', watch: 'none' },
  },
}

export const kMeans = {
  type: 'k-means',
  params: { clusters: 3, starts: 10, maxIterations: 300, tolerance: 1e-4 },
}

export const logistic = {
  type: 'logistic-regression',
  params: {
    regularisation: 'l2',
    c: 1,
    l1Ratio: 0.5,
    classWeight: 'none',
    weights: [],
    maxIterations: 500,
    tolerance: 1e-6,
  },
}

/** Where the page and the files lie. */
export const dist = resolve(root, '.cache/bench/learners')

/**
 * Builds a page, writes tables of so many rows and serves both.
 * @returns {Promise<{ url: string, python: string, browser: import('@playwright/test').Browser, open(): Promise<import('@playwright/test').Page>, close(): void }>}
 */
export async function openLearners(browser, sizes, page = 'learners') {
  const python = findPython('sklearn')
  if (!python) throw new Error('scikit-learn is not here')
  await buildPage(page)
  execFileSync(python, [`${root}/scripts/bench/peers/learners.py`, 'data', dist, ...sizes.map(String)])
  const { url, close } = await serve(dist)
  const open = async () => {
    const page = await freshPage(browser)
    await page.goto(url)
    return page
  }
  return { url, python, browser, open, close }
}

const buildPage = (page) =>
  build({
    root: `${root}/scripts/bench/${page}`,
    configFile: false,
    base: './',
    logLevel: 'error',
    resolve: { alias: { '@': resolve(root, 'src') } },
    worker: { format: 'es' },
    build: { outDir: dist, emptyOutDir: true, target: 'es2023' },
  })

/** Jobs for `window.turn`: one, or one for each fold. */
export function jobsOf({ type, params, data, rows, clusters, folds = 1 }, address) {
  const task = clusters ? 'clustering' : data === 'classes' ? 'binary' : 'regression'
  const cut = (share) => Math.floor(rows * share)
  const tests =
    folds === 1
      ? [[cut(0.75), rows]]
      : Array.from({ length: folds }, (_, i) => [cut(i / folds), cut((i + 1) / folds)])
  return tests.map((test) => ({ data: address, type, params, task, test }))
}
