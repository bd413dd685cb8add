import { hashSeed } from '@/base/hash'
import { makeRandom } from '@/base/random'
import type { TrainingData } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { sampleRows } from '../recipe/sampleRows'
import { quantise } from '../histogram/quantise'
import { treeCollector } from './collect'
import { directionsOf } from './constraints'
import { makeGround, type Ground } from './ground'
import { growTree, type GrownTree, type Node } from './grow'
import { logisticIn } from './logisticKernel'
import type { Derivatives, Loss } from './losses'
import { scaledTarget, lossOf } from './problem'
import { makeReporter } from './report'
import { addBinned } from './scoreBins'
import { stopping } from './stopping'
import type { BoostingParams, BoostingWeights } from './types'
import { watchedRows } from './watch'

/**
 * Gradient boosting on binned features, as scikit-learn's HistGradientBoosting and LightGBM do it: each iteration grows a
 * tree leaf by leaf that takes a Newton step down the loss. Gradients in float32, sums in float64.
 * @throws StepFailure `one-class`, `parameter`, `diverged`, `cancelled`
 */
export async function fitBoosting(
  data: TrainingData,
  params: BoostingParams,
  pulse: Pulse,
): Promise<BoostingWeights> {
  const loss = lossOf(data, params)
  const directions = directionsOf(data, params)
  const { y, scale } = scaledTarget(data.y, loss)
  const quantised = await quantise(data.x, data.categories, pulse)
  const { rows, watched } = await watchedRows({ data, y, scale, quantised }, params, pulse)
  const ground = makeGround(quantised, { ...params, directions })
  const baseline = loss.baseline(y, rows)
  const raw = Array.from(baseline, (score) => new Float64Array(data.x.rows).fill(score))
  const seen =
    watched && Array.from(baseline, (score) => new Float64Array(watched.quantised.rows).fill(score))
  const { derivatives, derive } = deriving(loss, ground, y, rows)
  const collector = treeCollector(quantised.features)
  /** Of each iteration, since those after the best one are not kept. */
  const gains: Float64Array[] = []
  const stop = stopping(params, loss.name === 'squared' ? scale * scale : scale)
  const report = makeReporter(params.iterations, pulse)

  for (let iteration = 0; iteration < params.iterations; iteration++) {
    stop.trained(derive(raw))
    if (iteration === 0 && watched) stop.validated(loss.mean(watched.y, seen!, watched.rows))
    report(stop, iteration)
    await growAll(iteration)
    if (watched && stop.validated(loss.mean(watched.y, seen!, watched.rows))) break
  }
  stop.trained(loss.mean(y, raw, rows))
  const kept = stop.kept()
  return {
    loss: loss.name,
    baseline,
    scale,
    trees: collector.trees(kept * loss.outputs),
    importances: shares(summed(gains.slice(0, kept), data.x.columns)),
    ...stop.curves(),
    iterations: kept,
    stoppedEarly: stop.stopped(),
  }

  async function growAll(iteration: number): Promise<void> {
    const random = makeRandom(hashSeed(data.seed, 'features', iteration))
    for (const [k, own] of derivatives.entries()) {
      const drawn = params.subsample < 1 ? sampled(iteration * derivatives.length + k) : rows
      const features = drawFeatures(data.x.columns, params.columnSubsample, random)
      const tree = await growTree(ground, own, { rows: drawn, features }, pulse)
      finish(tree, loss, (row) => y[row] - raw[k][row])
      for (const leaf of tree.leaves) leaf.value *= params.learningRate
      addGains(tree.root, (gains[iteration] ??= new Float64Array(data.x.columns)))
      collector.addTree(tree.root)
      if (params.subsample < 1) addBinned(tree.root, quantised, rows, raw[k])
      else addLeaves(tree, raw[k])
      if (watched) addBinned(tree.root, watched.quantised, watched.rows, seen![k])
    }
  }

  function sampled(tree: number): Int32Array {
    const most = Math.max(1, Math.round(rows.length * params.subsample))
    return sampleRows(rows, most, hashSeed(data.seed, 'subsample', tree))
  }
}

/** Of each output; null where they are left in the workspace. */
type AllDerivatives = (Derivatives | null)[]

/** What works out the derivatives for the scores, and gives the mean loss. */
function deriving(loss: Loss, ground: Ground, y: Float64Array, rows: Int32Array) {
  if (loss.name === 'logistic') {
    const derive = logisticIn(ground, y, rows)
    return { derivatives: [null] as AllDerivatives, derive: ([raw]: Float64Array[]) => derive(raw) }
  }
  const derivatives = Array.from({ length: loss.outputs }, () => derivativesFor(loss, y.length))
  const derive = (raw: Float64Array[]) => loss.derive(y, raw, rows, derivatives)
  return { derivatives: derivatives as AllDerivatives, derive }
}

/** Final values of the leaves: for some losses not the Newton step but a quantile of what is left. */
function finish({ leaves, rows }: GrownTree, { renew }: Loss, residual: (row: number) => number): void {
  if (!renew) return
  for (const leaf of leaves)
    leaf.value = renew(Float64Array.from(rows.subarray(leaf.first, leaf.end), residual))
}

const derivativesFor = ({ constantHessian }: Loss, rows: number): Derivatives => ({
  gradient: new Float32Array(rows),
  hessian: constantHessian ? null : new Float32Array(rows),
})

function addLeaves({ leaves, rows }: GrownTree, scores: Float64Array): void {
  for (const { first, end, value } of leaves) for (let i = first; i < end; i++) scores[rows[i]] += value
}

const summed = (lists: Float64Array[], length: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => lists.reduce((sum, list) => sum + list[i], 0))

function addGains(node: Node, gains: Float64Array): void {
  if (!node.split) return
  gains[node.split.feature] += node.split.gain
  addGains(node.left!, gains)
  addGains(node.right!, gains)
}

/** Features that a tree may ask about, in order. */
function drawFeatures(columns: number, share: number, random: { next(): number }): Int32Array {
  const all = Int32Array.from({ length: columns }, (_, i) => i)
  if (share >= 1) return all
  const count = Math.max(1, Math.round(columns * share))
  const keys = Float64Array.from(all, () => random.next())
  return all
    .sort((a, b) => keys[a] - keys[b])
    .slice(0, count)
    .sort()
}

function shares(gains: Float64Array): Float64Array {
  const total = gains.reduce((sum, gain) => sum + gain, 0)
  return total > 0 ? gains.map((gain) => gain / total) : gains
}
