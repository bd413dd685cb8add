import { hashSeed } from '@/base/hash'
import { makeRandom, type Random } from '@/base/random'
import type { TrainingData } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import { quantise, type Quantised } from '../histogram/quantise'
import { classCounts, presentClasses } from '../linear/classes'
import { asColumn, standardise, standardOf } from '../linear/standardise'
import { ClassCells } from './classCells'
import { growTree, TreeList, type Growing } from './growTree'
import { MomentCells, type Grown } from './momentCells'
import { castVotes, unseenRows, type Votes } from './outOfBag'
import type { Cells } from './splits'
import { mostFeatures, type Cuts, type ForestParams, type ForestPart } from './types'

export const mostParts = 8

/** The trees of one part of a forest, whose seeds depend on their number in the whole forest alone. */
export async function fitForestPart(
  data: TrainingData,
  params: ForestParams & { cuts: Cuts },
  pulse: Pulse,
): Promise<ForestPart> {
  if (data.x.rows === 0) failStep({ kind: 'no-rows', what: 'training' })
  if (data.x.columns > mostFeatures) failStep(tooWide)
  if (data.task !== 'regression') presentClasses(data)
  const { index, of } = data.part ?? { index: 0, of: 1 }
  const quantised = await quantise(data.x, data.categories, pulse)
  const rows = data.x.rows
  const grown: Grown = { quantised, order: new Int32Array(rows), weights: new Uint16Array(rows) }
  const cells = await cellsFor(data, params, grown, pulse)
  const growing = growingFor(data, params, { grown, cells })
  const list = new TreeList()
  const importances = new Float64Array(data.x.columns)
  const votes = newVotes(params, rows, cells.width)
  const first = Math.floor((index * params.trees) / of)
  const end = Math.floor(((index + 1) * params.trees) / of)
  for (let tree = first; tree < end; tree++) {
    growing.features.forEach((_, i, all) => (all[i] = i))
    growing.random = makeRandom(hashSeed(data.seed, 'tree', tree))
    const taken = params.bootstrap ? drawRows(grown, growing.random) : takeAll(grown)
    await growTree(list, growing, taken, pulse)
    addShares(importances, growing.gains)
    if (votes) voteUnseen(votes, list, { grown, cells, leaders: data.leaders })
    pulse.progress({ share: (tree + 1 - first) / (end - first), message: `${tree + 1 - first} trees` })
  }
  return partOf(list, { cells, quantised, importances, votes, y: index === 0 ? data.y : null })
}

const tooWide = {
  kind: 'parameter',
  parameter: 'the features',
  problem: `a forest can learn from ${mostFeatures} at most`,
  advice: 'Select features before it.',
} as const

async function cellsFor(
  data: TrainingData,
  { classWeights, minSamplesLeaf }: ForestParams,
  grown: Grown,
  pulse: Pulse,
): Promise<Cells> {
  if (data.task === 'regression') {
    const target = asColumn(data.y)
    const standard = await standardOf(target, pulse)
    const [mean, scale] = [standard.means[0], standard.scales[0]]
    const y = (await standardise(target, standard, pulse)).values
    const value = (own: number) => own * scale + mean
    return new MomentCells(grown, { y, classWeight: null, value }, minSamplesLeaf)
  }
  const counts = classCounts(data)
  const weights = counts.map((count) =>
    classWeights === 'balanced' && count > 0 ? data.y.length / count : 1,
  )
  const { y } = data
  if (counts.length > 2) return new ClassCells(grown, { y, classWeights: weights }, minSamplesLeaf)
  return new MomentCells(
    grown,
    { y, classWeight: weights[1] / weights[0], value: (own) => own },
    minSamplesLeaf,
  )
}

function growingFor(
  data: TrainingData,
  params: ForestParams & { cuts: Cuts },
  { grown, cells }: { grown: Grown; cells: Cells },
): Growing {
  const { quantised, order } = grown
  return {
    quantised,
    cells,
    order,
    spare: new Int32Array(order.length),
    random: makeRandom(0),
    cuts: params.cuts,
    tries: featuresTried(params, data),
    features: Int32Array.from({ length: data.x.columns }, (_, i) => i),
    limits: params,
    gains: new Float64Array(data.x.columns),
    hasCategories: quantised.features.some(({ kind }) => kind === 'category'),
  }
}

/** Features that are looked at for each question; at least one. */
export function featuresTried(
  { featuresPerSplit, featureCount }: Pick<ForestParams, 'featuresPerSplit' | 'featureCount'>,
  { task, x }: Pick<TrainingData, 'task' | 'x'>,
): number {
  const auto = task === 'regression' ? 'all' : 'sqrt'
  const asked = featuresPerSplit === 'auto' ? auto : featuresPerSplit
  const counts = { sqrt: Math.sqrt(x.columns), third: x.columns / 3, all: x.columns, number: featureCount }
  return Math.max(1, Math.min(Math.floor(counts[asked]), x.columns))
}

/** As many rows as there are, drawn with replacement; the rows that came are put in order, with how often they came. */
function drawRows({ order, weights }: Grown, random: Random): number {
  weights.fill(0)
  for (let i = 0; i < order.length; i++) weights[random.integer(order.length)]++
  let taken = 0
  for (let row = 0; row < order.length; row++) if (weights[row] > 0) order[taken++] = row
  return taken
}

function takeAll({ order, weights }: Grown): number {
  weights.fill(1)
  for (let row = 0; row < order.length; row++) order[row] = row
  return order.length
}

function newVotes({ outOfBag, bootstrap }: ForestParams, rows: number, width: number): Votes | null {
  if (!outOfBag || !bootstrap) return null
  return { sums: new Float64Array(rows * width), trees: new Float64Array(rows) }
}

interface Voting {
  grown: Grown
  cells: Cells
  leaders: Int32Array | undefined
}

function voteUnseen(votes: Votes, list: TreeList, { grown, cells, leaders }: Voting): void {
  const { quantised, weights } = grown
  const root = list.roots.held[list.roots.length - 1]
  const { width } = cells
  castVotes(votes, list, {
    root,
    quantised,
    unseen: unseenRows(weights, leaders),
    leaves: cells.leavesSoFar(),
    width,
  })
}

/** Adds what share of the fall of impurity each feature brought in a tree, and empties the gains. */
function addShares(importances: Float64Array, gains: Float64Array): void {
  const sum = gains.reduce((all, gain) => all + gain, 0)
  if (sum > 0) for (let i = 0; i < gains.length; i++) importances[i] += gains[i] / sum
  gains.fill(0)
}

function partOf(
  list: TreeList,
  made: {
    cells: Cells
    quantised: Quantised
    importances: Float64Array
    votes: Votes | null
    y: Float64Array | null
  },
): ForestPart {
  const { cells, quantised, importances, votes, y } = made
  const none = new Float64Array(0)
  return {
    roots: list.roots.taken(),
    codes: list.codes.taken(),
    right: list.right.taken(),
    samples: list.samples.taken(),
    places: list.places.taken(),
    categoryBits: list.bits.taken(),
    leaves: cells.leaves(),
    width: cells.width,
    edges: quantised.features.map((each) => (each.kind === 'number' ? each.edges : none)),
    categoryBins: quantised.features.map((each) =>
      each.kind === 'category' ? each.binOf : new Uint8Array(0),
    ),
    importances,
    depth: list.depth,
    voteSums: votes?.sums ?? none,
    voteTrees: votes?.trees ?? none,
    truth: votes && y ? y : none,
  }
}
