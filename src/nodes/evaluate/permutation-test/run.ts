import { hashSeed } from '@/base/hash'
import { formatMetric, formatPlural } from '@/base/format'
import { failStep } from '@/contract/errors'
import { defineRun } from '@/contract/run'
import { foldDataset } from '@/ml/evaluate/folding'
import { foldWarnings } from '@/ml/evaluate/foldWarnings'
import {
  permutationScores,
  pValueOf,
  shuffledOrder,
  type PermutationScores,
} from '@/ml/evaluate/permutationTest'
import { effectiveRoles } from '@/ml/task'
import type { Dataset } from '@/values/dataset'
import { metricInfo } from '@/values/metrics'
import type { Column } from '@/values/table'
import { describeFolding, foldWishes, judgingOf } from '../curveRun'
import definition from './definition'
import type { PermutationTestPreview } from './preview'
import { formatP } from './words'

export default defineRun(definition, async ({ params, inputs, context }) => {
  const { data, learner } = inputs
  const judged = judgingOf(data, params, context)
  const { folding, metric, judging } = judged
  const { target } = folding.resolved
  const group = groupColumn(data)
  const seed = hashSeed(context.seed, context.node, 'permutations')
  const found = await permutationScores(
    {
      ...{ dataset: data, learner, target, judging, metric, permutations: params.permutations },
      foldsOf: (dataset) => foldDataset(dataset, foldWishes(params, context)).folds,
      order: shuffledOrder(data.raw.rowCount, folding.rows, { group, seed }),
    },
    context,
  )
  const score = found.score ?? failUnscored(metric, found)
  const shuffled = found.shuffled.filter((value) => value !== null)
  if (shuffled.length === 0) failUnscored(metric, { ...found, error: found.shuffledError })
  const direction = metricInfo(metric)?.direction ?? 'higher'
  const pValue = pValueOf(score, shuffled, direction === 'lower' ? -1 : 1)
  const preview: PermutationTestPreview = {
    kind: 'permutation-test',
    ...describeFolding(judged),
    ...{ direction, target, score, shuffled, pValue },
    learner: learner.node,
    scheme: folding.scheme,
    within: group?.name ?? null,
    asGood: Math.round(pValue * (shuffled.length + 1)) - 1,
    failed: found.shuffled.length - shuffled.length,
  }
  return {
    outputs: {},
    preview,
    figure: `p ${formatP(pValue)}`,
    metrics: { [metric]: score, pValue, shuffles: shuffled.length },
    warnings: [
      ...(await foldWarnings(data, folding, context)).map((text) => ({ text, port: 'data' })),
      ...oddities(preview, found.shuffledError).map((text) => ({ text })),
    ],
  }
})

/** The column that keeps rows together. */
function groupColumn(data: Dataset): Column | null {
  const roles = effectiveRoles(data)
  return data.raw.columns.find(({ name }) => roles.get(name) === 'group') ?? null
}

function failUnscored(metric: string, { error }: Pick<PermutationScores, 'error'>): never {
  return failStep({
    kind: 'different-data',
    problem: (error ?? `${metricInfo(metric)?.title ?? metric} has no value in any fold`).replace(/\.$/, ''),
    advice: 'Check the learner on its own, or take fewer folds or another metric.',
  })
}

function oddities(
  { failed, shuffled, score, within }: PermutationTestPreview,
  reason: string | null,
): string[] {
  const said: string[] = []
  if (failed > 0)
    said.push(
      `${formatPlural(failed, 'shuffle')} gave no score and took no part${reason === null ? '.' : `: ${reason}`}`,
    )
  if (shuffled.every((value) => value === score))
    said.push(
      within === null
        ? `Every shuffle scored the same ${formatMetric(score)}: this learner does not look at the columns.`
        : `Every shuffle scored the same ${formatMetric(score)}: the target may be the same all through each group of “${within}”, so that shuffling within groups changes nothing.`,
    )
  return said
}
