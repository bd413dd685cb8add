import { binOfCode, featureOf, type ForestWeights } from '@/ml/forest/types'
import { judgedRows } from '@/ml/explain/judgedRows'
import { permutationImportance, shuffledOrder } from '@/ml/explain/permutationImportance'
import { shapTreesOf, type ShapTree } from '@/ml/explain/shapTrees'
import { treeExplainer } from '@/ml/explain/treeShap'
import { trainModel } from '@/ml/train'
import { catalog } from '@/nodes/catalog'
import { Mark, rowsMarked, type Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'
import { codedColumn, numberColumn, type Table } from '@/values/table'
import { read, type Data } from '../learners/read'

export interface Asked {
  what: 'shap' | 'permutation'
  /** Address of a CSV file whose last column is the target; the last quarter of its rows is for testing. */
  data: string
  type: string
  params: Record<string, unknown>
  /** Rows to explain, or repeats of each shuffle. */
  count: number
}

export interface Explained {
  ms: number
  /** Rows × features, or one importance for each feature. */
  values: number[]
  /** The trees that were explained, as others read them. */
  trees?: Plain[]
}

export interface Plain {
  left: number[]
  right: number[]
  feature: number[]
  threshold: number[]
  value: number[]
  cover: number[]
}

const pulse = {
  signal: new AbortController().signal,
  breathe: () => Promise.resolve(),
  progress: () => undefined,
}
const context = { catalog, backend: 'none', ...pulse }
let known: { key: string; data: Data; dataset: Dataset; model: Model } | null = null

self.onmessage = async ({ data: asked }: MessageEvent<Asked>) => {
  const { what: _what, count: _count, ...key } = asked
  if (known?.key !== JSON.stringify(key)) known = { key: JSON.stringify(key), ...(await learned(asked)) }
  self.postMessage(await (asked.what === 'shap' ? shap(asked.count) : permutation(asked.count)))
}

async function learned({ data: address, type, params }: Asked) {
  const data = await read(address)
  const column = (i: number) => data.x.filter((_, at) => at % data.columns === i)
  const raw: Table = {
    rowCount: data.rows,
    columns: [
      ...Array.from({ length: data.columns }, (_, i) => numberColumn(`x${i}`, column(i))),
      codedColumn('y', Array.from(data.y, String)),
    ],
  }
  const first = Math.floor(data.rows * 0.75)
  const marks = Uint8Array.from({ length: data.rows }, (_, row) => (row < first ? Mark.train : Mark.test))
  const roles = new Map([['y', 'target' as const]])
  const dataset: Dataset = { kind: 'dataset', raw, table: raw, roles, marks, recipe: [], objective: null }
  const learner = { kind: 'learner', node: 'n', type: `build/${type}`, version: 1, params } as const
  const rows = rowsMarked(dataset, Mark.train)
  const model = await trainModel(
    { dataset, learner: learner as never, rows, validationRows: null, seed: 1 },
    context,
  )
  return { data, dataset, model }
}

/** The first rows of those for testing, for the second class. */
function shap(count: number): Explained {
  const { data, model } = known!
  const { trees, asCompared } = shapTreesOf(model.learner.type, model.weights, 1)!
  const first = Math.floor(data.rows * 0.75) * data.columns
  const values = new Float64Array(count * data.columns)
  const rows = Array.from({ length: count }, (_, row) =>
    data.x.subarray(first + row * data.columns, first + (row + 1) * data.columns),
  )
  const start = performance.now()
  const compared = rows.map(asCompared)
  for (const tree of trees) {
    const explain = treeExplainer(tree)
    compared.forEach((row, at) => explain(row, values.subarray(at * data.columns, (at + 1) * data.columns)))
  }
  for (let i = 0; i < values.length; i++) values[i] /= trees.length
  const ms = performance.now() - start
  const weights = model.weights as unknown as ForestWeights
  return { ms, values: [...values], trees: trees.map((tree, i) => plain(tree, weights, weights.roots[i])) }
}

function plain(tree: ShapTree, { codes, edges }: ForestWeights, root: number): Plain {
  const isLeaf = (node: number) => tree.feature[node] < 0
  const nodes = Array.from(tree.feature, (_, node) => node)
  return {
    left: nodes.map((node) => (isLeaf(node) ? -1 : tree.left[node])),
    right: nodes.map((node) => (isLeaf(node) ? -1 : tree.right[node])),
    feature: nodes.map((node) => (isLeaf(node) ? -2 : tree.feature[node])),
    threshold: nodes.map((node) => {
      const code = codes[root + node]
      return isLeaf(node) ? 0 : edges[featureOf(code)][binOfCode(code)]
    }),
    value: nodes.map((node) => tree.value[node]),
    cover: nodes.map((node) => tree.cover[node]),
  }
}

async function permutation(repeats: number): Promise<Explained> {
  const { dataset, model } = known!
  const start = performance.now()
  const judged = await judgedRows(
    context,
    { model: { kind: 'model', model, dataset } },
    { most: Infinity, seed: 1 },
  )
  const { columns } = await permutationImportance(context, {
    model,
    ...judged,
    judging: {
      task: model.task,
      positiveClass: model.positiveClass,
      threshold: 0.5,
      costFalsePositive: 1,
      costFalseNegative: 1,
      seed: 1,
    },
    metric: 'accuracy',
    higher: true,
    repeats,
    order: shuffledOrder(1),
  })
  const ms = performance.now() - start
  return { ms, values: columns.map(({ drops }) => drops.reduce((a, b) => a + b, 0) / drops.length) }
}
