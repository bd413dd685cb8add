import { hashSeed } from '@/base/hash'
import { formatPlural } from '@/base/format'
import { failStep } from '@/contract/errors'
import { defineRun, type RunContext } from '@/contract/run'
import type { BoostingWeights } from '@/ml/boosting/types'
import { scorableRows } from '@/ml/explain/background'
import { boostedTrees } from '@/ml/explain/boostedTrees'
import { explainBySampling, explainByTrees, preparedMatrix, type Explained } from '@/ml/explain/explainRows'
import { drawRows, judgedRows } from '@/ml/explain/judgedRows'
import { outputOf } from '@/ml/explain/output'
import { isExact } from '@/ml/explain/sampledShap'
import { shapTreesOf } from '@/ml/explain/shapTrees'
import type { Dataset } from '@/values/dataset'
import { Mark, rowsMarked } from '@/values/dataset'
import type { ModelValue } from '@/values/model'
import { allRows, takeRows } from '@/values/table'
import definition from './definition'
import { pictureOf } from './picture'

export default defineRun(definition, async ({ params, inputs, context }) => {
  const { model } = inputs.model
  const seed = hashSeed(context.seed, context.node, 'explain')
  const { scored, raw, warnings } = await judgedRows(context, inputs, { most: params.most, seed })
  const output = outputOf(model, params.class)
  const boosted = await boostedFor(context, inputs.model, { output, seed })
  const trees = boosted ?? shapTreesOf(model.learner.type, model.weights, output)
  const { rows, scores, width } = scored
  const bySampling = async () => {
    const dataset = inputs.data ?? inputs.model.dataset
    const wanted = backgroundOf(dataset, rows, { most: params.background, seed })
    const background = await scorableRows(context, model, { raw, rows: wanted })
    warnings.push(...background.warnings)
    const { pairs } = params
    return explainBySampling(context, model, { raw, rows, background: background.rows, output, pairs, seed })
  }
  const explained = trees
    ? await explainByTrees(context, model, trees, takeRows(raw, rows))
    : await bySampling()
  const answers = boosted?.addsUpTo
    ? sumsOf(explained)
    : Float64Array.from(rows, (_, at) => scores[at * width + output])
  const exact = isExact(explained.features.length, params.pairs)
  const picture = pictureOf(explained, { rows, answers })
  if (picture.rows === 0)
    failStep({
      kind: 'different-data',
      problem: 'No row can be explained, since mixtures of rows cannot be scored',
      advice: 'Fill missing values and let the preparation take every row.',
    })
  const left = rows.length - picture.rows
  if (left > 0) warnings.push(`${formatPlural(left, 'row')} could not be explained and left out.`)
  const { features } = picture
  return {
    outputs: {},
    preview: {
      kind: 'explain',
      method: trees ? 'tree' : exact ? 'all-coalitions' : 'sampled',
      className: model.classes[output] ?? null,
      ...(boosted?.addsUpTo ? { addsUpTo: boosted.addsUpTo } : {}),
      ...picture,
    },
    figure: features.length > 0 ? `${features[0].name} moves most` : 'no features',
    metrics: Object.fromEntries(features.map(({ name, meanSize }) => [`mean |SHAP| ${name}`, meanSize])),
    warnings: warnings.map((text) => ({ text })),
  }
})

const mostCounted = 20_000

/** The trees of a boosting; null for other models. */
async function boostedFor(
  context: RunContext,
  { model, dataset }: ModelValue,
  { output, seed }: { output: number; seed: number },
): Promise<ReturnType<typeof boostedTrees> | null> {
  if (model.learner.type !== 'build/gradient-boosting') return null
  const { raw } = dataset
  const rows = backgroundOf(dataset, allRows(raw.rowCount), { most: mostCounted, seed })
  const training = await preparedMatrix(context, model, takeRows(raw, rows))
  return boostedTrees(model.weights as BoostingWeights, output, training)
}

/** What base and parts of each row add up to. */
function sumsOf({ base, features, values }: Explained): Float64Array {
  const width = features.length
  return Float64Array.from({ length: values.length / width }, (_, row) =>
    values.subarray(row * width, (row + 1) * width).reduce((sum, part) => sum + part, base),
  )
}

/** Training rows of the table, or where it has none the rows themselves. */
function backgroundOf(
  dataset: Dataset,
  rows: Int32Array,
  { most, seed }: { most: number; seed: number },
): Int32Array {
  const training = rowsMarked(dataset, Mark.train)
  return drawRows(training.length > 0 ? training : rows, most, hashSeed(seed, 'background'))
}
