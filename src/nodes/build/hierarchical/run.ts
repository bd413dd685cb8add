import { quietly } from '@/contract/pulse'
import { defineRun } from '@/contract/run'
import { cutTree, dendrogramOf, type Dendrogram } from '@/ml/cluster/cutTree'
import type { HierarchicalWeights } from '@/ml/cluster/hierarchical'
import { silhouettes } from '@/ml/cluster/scores'
import { sampleRows } from '@/ml/recipe/sampleRows'
import { allRows } from '@/values/table'
import { clusterOutcome, type ClusterPreview } from '../clusterRun'
import definition from './definition'

interface Own {
  tree: Dendrogram
}

export type HierarchicalPreview = ClusterPreview & Own

/** Leaves of the drawing. */
const leaves = 32

export default defineRun(definition, ({ params, inputs, context }) =>
  clusterOutcome<Own>(definition, params, { data: inputs.data, context }, async ({ model }) => {
    const weights = model.weights as HierarchicalWeights
    const tree = dendrogramOf(weights.merges, weights.members.labels, leaves, weights.cut)
    return { elbow: await sweep(weights, model.training.seed, quietly(context)), preview: { tree } }
  }),
)

const measured = 1000
const counts = [2, 3, 4, 5, 6, 7, 8, 9, 10]

/** The silhouette over the number of clusters that the same tree is cut into. */
async function sweep(
  { members, merges }: HierarchicalWeights,
  seed: number,
  pulse: ReturnType<typeof quietly>,
) {
  const { columns, x: values, labels } = members
  const rows = sampleRows(allRows(labels.length), measured, seed)
  const found: { count: number; value: number }[] = []
  for (const count of counts.filter((one) => one < labels.length)) {
    const scores = await silhouettes(
      { rows: labels.length, columns, values },
      cutTree(merges, count),
      rows,
      pulse,
    )
    if (scores) found.push({ count, value: scores.mean })
  }
  if (found.length < 2) return null
  return {
    title: 'Silhouette of the training rows',
    counts: found.map(({ count }) => count),
    values: found.map(({ value }) => value),
    rows: rows.length,
  }
}
