/**
 * Fit and predict of each learner in a worker of the browser, against scikit-learn on the same CSV file and the same rows,
 * in turn. A learner is added by a row of `table` here and its name in `learners` of peers/learners.py; nothing else: the
 * worker finds the build type by its folder. `LEARNERS=boosting ROWS=10000` measures some alone, by the start of the name.
 */
import { execFileSync } from 'node:child_process'
import { resolve } from 'node:path'
import { build } from 'vite'
import { root } from '../../lib/source.mjs'
import { freshPage, serve } from '../support/app.mjs'
import { findPython, runPeer } from '../support/peers.mjs'
import { median, spread } from '../support/stats.mjs'

const boosting = {
  type: 'gradient-boosting',
  params: {
    ...{ loss: 'squared', quantile: 0.5, iterations: 100, learningRate: 0.1, leaves: 31, maxDepth: null },
    ...{ minSamplesLeaf: 20, l2: 0, subsample: 1, columnSubsample: 1, monotone: [], earlyStopping: 'off' },
    ...{ patience: 10, tolerance: 1e-7 },
  },
}

const neighbours = {
  type: 'nearest-neighbours',
  params: { k: 5, metric: 'euclidean', power: 3, weights: 'uniform' },
}

const svm = {
  type: 'svm',
  params: {
    ...{ kernel: 'rbf', c: 1, gamma: 'scale', gammaValue: 0.1, degree: 3, coef0: 0, classWeight: 'none' },
    ...{ epsilon: 0.1, probability: false, tolerance: 1e-3, maxIterations: 10_000_000 },
  },
}

const forest = {
  type: 'random-forest',
  params: {
    ...{ trees: 100, maxDepth: null, minSamplesSplit: 2, minSamplesLeaf: 1, featuresPerSplit: 'auto' },
    ...{ featureCount: 5, bootstrap: true, outOfBag: false, classWeights: 'none' },
  },
}

const network = {
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

const kMeans = { type: 'k-means', params: { clusters: 3, starts: 10, maxIterations: 300, tolerance: 1e-4 } }

const logistic = {
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

/**
 * `name` is that of peers/learners.py; `atMost` the ratio to reach; `within` how much worse the score may be; `folds` above
 * 1 cross-validates. `data` is `classes` (accuracy) or `values` (R²). `clusters`: the columns of
 * `classes` without them, judged by the inertia as a multiple of theirs. Parts of a forest and starts of k-means are dealt
 * over the cores, as in the app.
 */
const table = [
  { name: 'boosting', ...boosting, data: 'classes', rows: 10_000, atMost: 0.8, within: 0.003 },
  { name: 'boosting', ...boosting, data: 'classes', rows: 100_000, atMost: 0.8, within: 0.003 },
  { name: 'boosting', ...boosting, data: 'classes', rows: 100_000, folds: 5, atMost: 0.8, within: 0.003 },
  { name: 'neighbours', ...neighbours, data: 'classes', rows: 100_000, atMost: 1, within: 0 },
  { name: 'svm', ...svm, data: 'classes', rows: 10_000, atMost: 1.5, within: 0.003 },
  { name: 'network', ...network, data: 'classes', rows: 10_000, atMost: 1, within: 0.005 },
  { name: 'network', ...network, data: 'classes', rows: 100_000, atMost: 1, within: 0.005 },
  { name: 'logistic', ...logistic, data: 'classes', rows: 100_000, atMost: 1, within: 0 },
  { name: 'kMeans', ...kMeans, data: 'classes', clusters: true, rows: 100_000, atMost: 1, within: 0.001 },
  { name: 'forest', ...forest, data: 'classes', rows: 100_000, atMost: 0.15, within: 0.003 },
]

const dist = resolve(root, '.cache/bench/learners')
const turns = Number(process.env.TURNS ?? 5)

export async function measure({ browser }) {
  const python = findPython('sklearn')
  if (!python) throw new Error('scikit-learn is not here')
  const { LEARNERS = '', ROWS } = process.env
  const wanted = table.filter(
    ({ name, rows }) => name.startsWith(LEARNERS) && (!ROWS || rows === Number(ROWS)),
  )
  await buildPage()
  const sizes = [...new Set(wanted.map(({ rows }) => String(rows)))]
  execFileSync(python, [`${root}/scripts/bench/peers/learners.py`, 'data', dist, ...sizes])
  const served = await serve(dist)
  try {
    const found = []
    for (const row of wanted) found.push(...(await compare(row, { browser, python, url: served.url })))
    return found
  } finally {
    served.close()
  }
}

const buildPage = () =>
  build({
    root: `${root}/scripts/bench/learners`,
    configFile: false,
    base: './',
    logLevel: 'error',
    resolve: { alias: { '@': resolve(root, 'src') } },
    worker: { format: 'es' },
    build: { outDir: dist, emptyOutDir: true, target: 'es2023' },
  })

async function compare(row, { browser, python, url }) {
  const { name, data, rows, folds = 1 } = row
  const file = `${data}-${rows}.csv`
  const page = await freshPage(browser)
  await page.goto(url)
  const jobs = jobsOf(row, new URL(file, url).href)
  const turn = () => page.evaluate((asked) => window.turn(asked), jobs)
  // The first run compiles, as the first of Python imports.
  const [ours, theirs] = [[await turn()], []]
  for (let i = 0; i < turns; i++) {
    ours.push(await turn())
    theirs.push(runPeer(python, 'learners.py', [name, `${dist}/${file}`, String(folds)]))
  }
  await page.context().close()
  return judged(row, ours.slice(1), theirs)
}

export function jobsOf({ type, params, data, rows, clusters, folds = 1 }, address) {
  const task = clusters ? 'clustering' : data === 'classes' ? 'binary' : 'regression'
  const cut = (share) => Math.floor(rows * share)
  const tests =
    folds === 1
      ? [[cut(0.75), rows]]
      : Array.from({ length: folds }, (_, i) => [cut(i / folds), cut((i + 1) / folds)])
  return tests.map((test) => ({ data: address, type, params, task, test }))
}

function judged({ name, data, rows, clusters, folds = 1, atMost, within }, ours, theirs) {
  const [mine, peer] = [ours, theirs].map((runs) => runs.map(({ ms }) => ms))
  const [good, goal] = [ours[0], theirs[0]].map(
    ({ scores }) => scores.reduce((a, b) => a + b, 0) / scores.length,
  )
  const what = `${name}, ${rows.toLocaleString('en')} × 20${folds > 1 ? `, ${folds} folds` : ''}`
  const measured = clusters ? 'inertia' : data === 'classes' ? 'accuracy' : 'R²'
  return [
    {
      figure: `${what}: fit and predict as a multiple of scikit-learn's`,
      value: median(mine) / median(peer),
      unit: '×',
      atMost,
      noise: `ours ${median(mine).toFixed(0)} ms (${spread(mine)}), scikit-learn ${median(peer).toFixed(0)} ms (${spread(peer)})`,
    },
    {
      figure: clusters
        ? `${what}: inertia above scikit-learn's`
        : `${what}: ${measured} below scikit-learn's`,
      value: clusters ? good / goal - 1 : goal - good,
      unit: '',
      atMost: within,
      noise: `ours ${good.toFixed(5)}, scikit-learn ${goal.toFixed(5)}`,
    },
  ]
}
