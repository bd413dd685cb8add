/**
 * Every learner against scikit-learn's on the same data, prepared in the same way, with the same rows to learn from: a
 * table of scores and answers with what they may differ by. Ours run in this process, as on the command line; their
 * answers are the same in a browser. `LEARNERS=svm` measures some alone, by the start of the name.
 */
import { openSource } from '../../lib/source.mjs'
import * as agreement from '../support/agreement.mjs'
import { findPython, runPeer } from '../support/peers.mjs'

/** It needs neither the app nor a browser. */
export const alone = true

/** Largest difference of a probability, or of a value, where both sides compute the same. */
const answers = (within) => ({ measure: 'answers', within })
/**
 * How much worse accuracy, or R², may be where chance or another order of sums decides. Scikit-learn's own network
 * differs by 0.02 between six seeds on the customers.
 */
const score = (within) => ({ measure: 'score', within })

const classes = ['flowers', 'customers']
const numbers = ['values']
const both = [...classes, ...numbers]

/** `name` is that of peers/quality.py where it is not the type. */
const table = [
  { type: 'baseline', on: both, ...answers(1e-9) },
  { type: 'linear-regression', on: numbers, ...answers(1e-8) },
  { type: 'linear-regression', name: 'ridge', params: { penalty: 1 }, on: numbers, ...answers(1e-8) },
  {
    ...{
      type: 'linear-regression',
      name: 'lasso',
      params: { method: 'lasso', alpha: 0.1, tolerance: 1e-10 },
    },
    ...{ on: numbers, ...answers(1e-6) },
  },
  { type: 'logistic-regression', on: classes, ...answers(1e-3) },
  { type: 'svm', on: both, ...score(0.003) },
  { type: 'naive-bayes', on: classes, ...answers(1e-6) },
  { type: 'nearest-neighbours', on: both, ...answers(1e-9) },
  { type: 'decision-tree', on: both, ...score(0.005) },
  { type: 'random-forest', on: both, ...score(0.012) },
  { type: 'extra-trees', on: both, ...score(0.012) },
  { type: 'gradient-boosting', on: both, ...score(0.005) },
  {
    ...{ type: 'neural-network', on: both, ...score(0.02) },
    params: { layers: [{ units: 16, activation: 'relu' }], epochs: 50, patience: 0 },
  },
  { type: 'k-means', on: classes, measure: 'squares', within: 0.001 },
  { type: 'dbscan', on: classes, measure: 'groups', within: 0.001 },
  { type: 'hierarchical', params: { clusters: 3 }, on: classes, measure: 'groups', within: 0.001 },
  { type: 'gaussian-mixture', params: { starts: 5 }, on: ['flowers'], measure: 'groups', within: 0.02 },
  // Of scikit-learn's own forests the second to fourth seed differ from the first by up to 0.062 and 0.137.
  { type: 'isolation-forest', on: ['flowers'], measure: 'ranks', within: 0.062 },
  { type: 'isolation-forest', on: ['customers'], measure: 'ranks', within: 0.137 },
  { type: 'one-class', params: { nu: 0.1 }, on: classes, measure: 'ranks', within: 0.001 },
]

/** What is measured, in words; `differ` is to be no more than the tolerance. */
const measures = {
  answers: ({ ours, theirs }) => ({
    what: 'largest difference of an answer',
    differ: agreement.largestDifference(ours, theirs),
  }),
  score({ ours, theirs, truth, isValue }) {
    const judge = isValue ? agreement.rSquared : agreement.accuracy
    const [mine, peer] = [judge(ours, truth), judge(theirs, truth)]
    return { what: isValue ? 'R² below' : 'accuracy below', mine, peer, differ: peer - mine }
  },
  squares({ ours, theirs, x }) {
    const [mine, peer] = [ours.map(likeliest), theirs.map(String)].map((labels) =>
      agreement.withinGroups(x, labels),
    )
    return { what: 'inertia above, as a share', mine, peer, differ: mine / peer - 1 }
  },
  groups: ({ ours, theirs }) => ({
    what: '1 − adjusted Rand index of the groups',
    differ: 1 - agreement.adjustedRand(ours.map(likeliest), theirs.map(String)),
  }),
  ranks: ({ ours, theirs }) => ({
    what: '1 − rank correlation of the scores',
    differ:
      1 -
      Math.abs(
        agreement.rankCorrelation(
          ours.map(([usual]) => usual),
          theirs.map(([own]) => own),
        ),
      ),
  }),
}

const likeliest = (row) => row.indexOf(Math.max(...row))

export async function measure() {
  const python = findPython('sklearn', 'pandas')
  if (!python) throw new Error('scikit-learn is not here')
  const peer = runPeer(python, 'quality.py', [])
  const source = await openSource()
  try {
    return await compareAll(peer, await openProduct(source))
  } finally {
    await source.close()
  }
}

async function compareAll(peer, product) {
  const found = []
  const wanted = table.filter(({ type, name = type }) => name.startsWith(process.env.LEARNERS ?? ''))
  for (const row of wanted)
    for (const data of row.on) {
      const judged = await compare(row, { data, peer, product })
      found.push(judged)
    }
  writeTable(found)
  return found
}

async function compare({ type, name = type, params = {}, measure: kind, within }, { data, peer, product }) {
  const { dataset, test, truth, isValue } = product.dataset(peer.data[data])
  const withoutTarget = !['answers', 'score'].includes(kind)
  const rows = withoutTarget ? product.rowsOf(dataset) : test
  const model = await product.train(withoutTarget ? product.withoutTarget(dataset) : dataset, {
    type,
    params,
  })
  const ours = await product.answers(model, rows)
  const x = kind === 'squares' ? await product.prepared(model, rows) : null
  const judged = measures[kind]({ ours, theirs: peer.answers[data][name], truth, isValue, x })
  return {
    figure: `${name}, ${data}: ${judged.what}`,
    value: judged.differ,
    unit: '',
    atMost: within,
    ...(judged.mine === undefined
      ? {}
      : { noise: `ours ${judged.mine.toPrecision(6)}, scikit-learn ${judged.peer.toPrecision(6)}` }),
    line: { name, data, ...judged, within },
  }
}

function writeTable(found) {
  const shown = (value) => (value === undefined ? '' : value.toPrecision(5))
  const lines = found.map(({ line: { name, data, what, mine, peer, differ, within } }) => [
    ...[name, data, what, shown(mine), shown(peer)],
    ...[differ.toExponential(1), String(within), differ <= within ? 'agrees' : 'DIFFERS'],
  ])
  lines.unshift(['learner', 'data', 'measure', 'ours', 'scikit-learn', 'difference', 'tolerance', ''])
  const widths = lines[0].map((_, i) => Math.max(...lines.map((line) => line[i].length)))
  for (const line of lines)
    console.log(
      line
        .map((cell, i) => cell.padEnd(widths[i]))
        .join('  ')
        .trimEnd(),
    )
  console.log()
}

/** Training and scoring by the code of the product. */
async function openProduct({ load }) {
  const { catalog } = await load('/src/nodes/catalog.ts')
  const { definitions } = await load('/src/nodes/definitions.ts')
  const { trainModel } = await load('/src/ml/train/index.ts')
  const { stillPulse } = await load('/src/contract/pulse.ts')
  const { numberColumn, codedColumn, takeRows, allRows } = await load('/src/values/table.ts')
  const { startBackend } = await load('/src/cli/backend.ts')
  const context = { ...stillPulse, catalog, backend: (await startBackend()).name }
  const parsed = (type, params) => {
    const { version, params: schema } = definitions.get(type)
    return { type, version, params: schema.parse(params) }
  }
  const recipe = ['impute', 'scale', 'encode'].map((step) => ({
    node: step,
    ...parsed(`prepare/${step}`, {}),
  }))
  const isWords = (values) => values.some((value) => typeof value === 'string')
  const column = (name, values) =>
    isWords(values)
      ? codedColumn(name, values)
      : numberColumn(
          name,
          values.map((value) => value ?? NaN),
        )
  return {
    dataset({ columns, target, train }) {
      const all = { ...columns, target }
      const raw = {
        rowCount: target.length,
        columns: Object.entries(all).map(([name, own]) => column(name, own)),
      }
      const dataset = {
        kind: 'dataset',
        raw,
        table: raw,
        roles: new Map([['target', 'target']]),
        marks: null,
        recipe,
        objective: null,
      }
      const rows = Int32Array.from({ length: target.length - train }, (_, i) => train + i)
      const isValue = !isWords(target)
      const names = [...new Set(target)].sort()
      const truth = target.slice(train).map((own) => (isValue ? own : names.indexOf(own)))
      return { dataset: { ...dataset, train }, test: takeRows(raw, rows), truth, isValue }
    },
    rowsOf: ({ raw }) => raw,
    withoutTarget: ({ train: _, ...dataset }) => ({ ...dataset, roles: new Map([['target', 'ignored']]) }),
    train({ train, ...dataset }, { type, params }) {
      const learner = { kind: 'learner', node: type, ...parsed(`build/${type}`, params) }
      const rows = allRows(train ?? dataset.raw.rowCount)
      return trainModel({ dataset, learner, rows, validationRows: null, seed: 1 }, context)
    },
    ...(await openScoring(load, catalog, stillPulse)),
  }
}

async function openScoring(load, catalog, stillPulse) {
  const { scoreTable } = await load('/src/ml/score.ts')
  const { applyRecipe } = await load('/src/ml/recipe/index.ts')
  const { toMatrix } = await load('/src/ml/matrix.ts')
  return {
    async answers(model, rows) {
      const { values, width } = await scoreTable(catalog, model, rows, stillPulse)
      return Array.from({ length: rows.rowCount }, (_, row) => [
        ...values.subarray(row * width, (row + 1) * width),
      ])
    },
    async prepared(model, rows) {
      const work = { pulse: stillPulse }
      const made = await applyRecipe(catalog, rows, model.recipe, work)
      const { columns, values } = await toMatrix(made, model.features, stillPulse, {})
      return Array.from({ length: rows.rowCount }, (_, row) => [
        ...values.subarray(row * columns, (row + 1) * columns),
      ])
    },
  }
}
