/**
 * Permutation importance against scikit-learn, and exact TreeSHAP against the package shap, which walks the very same
 * trees: `pip install shap` for the Python that is found.
 */
import { writeFileSync } from 'node:fs'
import { boosting, dist, forest, openLearners } from '../support/learners.mjs'
import { findPython, runPeer } from '../support/peers.mjs'
import { median, spread } from '../support/stats.mjs'

const rows = 10_000
const explained = 1000
const repeats = 5
const turns = Number(process.env.TURNS ?? 5)
/** Deeper trees take both minutes. */
const shallow = { ...forest, params: { ...forest.params, maxDepth: 8 } }

export async function measure({ browser }) {
  const place = await openLearners(browser, [rows], 'explainers')
  try {
    const page = await place.open()
    const explain = (asked) =>
      page.evaluate((one) => window.explain(one), {
        data: new URL(`classes-${rows}.csv`, place.url).href,
        ...asked,
      })
    const found = [...(await permutation(explain, place)), ...(await shap(explain))]
    await page.context().close()
    return found
  } finally {
    place.close()
  }
}

const file = `${dist}/classes-${rows}.csv`

async function permutation(explain, { python }) {
  const asked = { what: 'permutation', ...boosting, count: repeats }
  const measured = await inTurn(
    () => explain(asked),
    () => runPeer(python, 'explainers.py', ['permutation', file, String(repeats)]),
  )
  const what = `Permutation importance of a boosting, ${rows / 4} × 20, ${repeats} repeats`
  return [
    ratioOf(`${what}, as a multiple of scikit-learn's`, measured),
    differenceOf(
      `${what}: largest difference from scikit-learn's, whose shuffles are others`,
      measured,
      0.01,
    ),
  ]
}

async function shap(explain) {
  const python = findPython('shap')
  if (!python) {
    console.log('– Exact TreeSHAP is not measured: the package shap is not here (pip install shap).')
    return []
  }
  const asked = { what: 'shap', ...shallow, count: explained }
  const trees = `${dist}/trees.json`
  writeFileSync(trees, JSON.stringify((await explain(asked)).trees))
  const measured = await inTurn(
    () => explain(asked),
    () => runPeer(python, 'explainers.py', ['shap', file, String(explained), trees]),
  )
  const what = `Exact TreeSHAP of ${explained} rows, forest of 100 trees, 8 deep`
  return [
    ratioOf(`${what}, as a multiple of shap's`, measured),
    differenceOf(`${what}: largest difference from shap's`, measured, 1e-6),
  ]
}

async function inTurn(our, their) {
  await our()
  const [ours, theirs] = [[], []]
  for (let i = 0; i < turns; i++) {
    ours.push(await our())
    theirs.push(their())
  }
  return { ours, theirs }
}

function ratioOf(figure, { ours, theirs }) {
  const [mine, peer] = [ours, theirs].map((runs) => runs.map(({ ms }) => ms))
  return {
    figure,
    value: median(mine) / median(peer),
    unit: '×',
    atMost: 1,
    noise: `ours ${median(mine).toFixed(0)} ms (${spread(mine)}), theirs ${median(peer).toFixed(0)} ms (${spread(peer)})`,
  }
}

function differenceOf(figure, { ours, theirs }, atMost) {
  const value = ours[0].values.reduce(
    (most, own, i) => Math.max(most, Math.abs(own - theirs[0].values[i])),
    0,
  )
  return { figure, value, unit: '', atMost, noise: `${ours[0].values.length} values` }
}
