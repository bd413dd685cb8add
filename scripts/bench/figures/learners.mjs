/**
 * Fit and predict of each learner in a worker of the browser, against scikit-learn on the same CSV file and the same rows,
 * in turn. A learner is added by a row of `table` here and its name in `learners` of peers/learners.py; nothing else: the
 * worker finds the build type by its folder. `LEARNERS=boosting ROWS=10000` measures some alone, by the start of the name.
 */
import {
  boosting,
  dist,
  forest,
  jobsOf,
  kMeans,
  logistic,
  neighbours,
  network,
  openLearners,
  svm,
} from '../support/learners.mjs'
import { runPeer } from '../support/peers.mjs'
import { median, spread } from '../support/stats.mjs'

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

const turns = Number(process.env.TURNS ?? 5)

export async function measure({ browser }) {
  const { LEARNERS = '', ROWS } = process.env
  const wanted = table.filter(
    ({ name, rows }) => name.startsWith(LEARNERS) && (!ROWS || rows === Number(ROWS)),
  )
  const place = await openLearners(browser, [...new Set(wanted.map(({ rows }) => rows))])
  try {
    const found = []
    for (const row of wanted) found.push(...(await compare(row, place)))
    return found
  } finally {
    place.close()
  }
}

async function compare(row, { python, url, open }) {
  const { name, data, rows, folds = 1 } = row
  const file = `${data}-${rows}.csv`
  const page = await open()
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
