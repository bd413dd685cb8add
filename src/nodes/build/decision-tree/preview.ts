import { formatCount } from '@/base/format'
import { inOriginalUnit } from '@/ml/scale/originalUnit'
import { drawTree, type DrawnNode } from '@/ml/tree/drawing'
import { pruningPath, type PruningPath } from '@/ml/tree/pruningPath'
import { leafCount, type TreeWeights } from '@/ml/tree/tree'
import type { Model } from '@/values/model'
import type { BuildPreview, Picture } from '../learnerRun'

/** A drawn node, its question in the unit of the data where that can be told. */
export type TreePictureNode = DrawnNode & {
  /** The number asked about is as the preparation scaled it. */
  scaled?: boolean
  /** The number asked about is a moment. */
  moment?: boolean
}

export interface TreePicture {
  tree: { nodes: TreePictureNode[]; hidden: number }
  /** What the impurity of a node measures; of older results it is not known. */
  impurity?: 'gini' | 'entropy' | 'squared'
  /** Whether a scaling was undone, so that questions are in the unit of the data. */
  unscaled?: boolean
  /** What further pruning would leave; null for a tree of one leaf, and for one with very many. */
  pruning?: PruningPath | null
  leaves: number
  depth: number
  /** Share of the fall in impurity; largest first, features that are asked only, at most 30. */
  importances: { feature: string; share: number }[]
}

export type TreePreview = BuildPreview & TreePicture

const mostImportances = 30

export function treePicture(model: Model): Picture<TreePicture> {
  const weights = model.weights as TreeWeights
  const leaves = leafCount(weights)
  const importances = model.features
    .map((feature, i) => ({ feature, share: weights.importances[i] }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
  return {
    preview: {
      ...drawnTree(model, weights),
      impurity: model.task === 'regression' ? 'squared' : impurityOf(model),
      pruning: leaves > 1 ? thinned(pruningPath(weights)) : null,
      leaves,
      depth: weights.depth,
      importances: importances.slice(0, mostImportances),
    },
    figure: `${formatCount(leaves)} ${leaves === 1 ? 'leaf' : 'leaves'} · depth ${weights.depth}`,
    metrics: { leaves, depth: weights.depth },
  }
}

const impurityOf = ({ learner }: Model) => (learner.params.criterion === 'entropy' ? 'entropy' : 'gini')

function drawnTree(model: Model, weights: TreeWeights): Pick<TreePicture, 'tree' | 'unscaled'> {
  const drawn = drawTree(weights, model.features, model.task !== 'regression')
  const moments = new Set(model.contract.filter(({ type }) => type === 'datetime').map(({ name }) => name))
  let unscaled = false
  const nodes = drawn.nodes.map((node): TreePictureNode => {
    if (node.feature === null || node.threshold === null) return node
    const { value, scaled, undone } = inOriginalUnit(model.recipe, node.feature, node.threshold)
    unscaled ||= undone
    const isMoment = moments.has(node.feature) && !scaled
    return { ...node, threshold: value, ...(scaled && { scaled }), ...(isMoment && { moment: true }) }
  })
  return { tree: { nodes, hidden: drawn.hidden }, unscaled }
}

const mostSteps = 100

/** Of a long path as many steps as a chart shows, its ends among them. */
function thinned(path: PruningPath | null): PruningPath | null {
  if (!path || path.alpha.length <= mostSteps) return path
  const picked = Array.from({ length: mostSteps }, (_, i) =>
    Math.round((i * (path.alpha.length - 1)) / (mostSteps - 1)),
  )
  return { alpha: picked.map((at) => path.alpha[at]), leaves: picked.map((at) => path.leaves[at]) }
}
