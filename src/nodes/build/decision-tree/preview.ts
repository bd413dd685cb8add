import { formatCount } from '@/base/format'
import { drawTree, type TreeDrawing } from '@/ml/tree/drawing'
import { leafCount, type TreeWeights } from '@/ml/tree/tree'
import type { Model } from '@/values/model'
import type { BuildPreview, Picture } from '../learnerRun'

export interface TreePicture {
  tree: TreeDrawing
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
      tree: drawTree(weights, model.features, model.task !== 'regression'),
      leaves,
      depth: weights.depth,
      importances: importances.slice(0, mostImportances),
    },
    figure: `${formatCount(leaves)} ${leaves === 1 ? 'leaf' : 'leaves'} · depth ${weights.depth}`,
    metrics: { leaves, depth: weights.depth },
  }
}
