import { formatCount, formatMetric } from '@/base/format'
import { hashSeed } from '@/base/hash'
import { isRule } from '@/contract/columnChoice'
import type { ParamsOf } from '@/contract/node'
import { defineRun, type RunContext } from '@/contract/run'
import { rowErrors } from '@/ml/errors/rowErrors'
import { chosenMetric } from '@/ml/evaluate/chosenMetric'
import { metricSetOf, type Judging } from '@/ml/evaluate/evaluateScores'
import type { ScoredRows } from '@/ml/evaluate/scoredRows'
import { classLookedAt } from '@/ml/evaluate/scoredModels'
import { costsOf } from '@/ml/evaluate/summarise'
import { judgedRows } from '@/ml/explain/judgedRows'
import { originOf, spacedOver } from '@/ml/preview/originOf'
import { pickColumns } from '@/ml/recipe/choose'
import { fairnessGaps } from '@/ml/slices/fairness'
import { crossGroups, groupRows, type Groups } from '@/ml/slices/groups'
import { figureOf, slicesOf, type Slice, type SliceWishes } from '@/ml/slices/slices'
import { roleOf, type Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'
import { metricInfo } from '@/values/metrics'
import type { Column, Table } from '@/values/table'
import definition from './definition'
import type { SlicesPreview } from './preview'
import { tableOfSlices } from './tableOfSlices'

type Params = ParamsOf<typeof definition>

const usualThreshold = 0.5
const usualColumns = 8
const mostSlices = 100
const mostDrawn = 1000

export default defineRun(definition, async ({ params, inputs, context }) => {
  const { model } = inputs.model
  const dataset = inputs.data ?? inputs.model.dataset
  const seed = hashSeed(context.seed, context.node, 'intervals')
  const { scored, raw, warnings } = await judgedRows(context, inputs, { most: Infinity, seed })
  const objective = inputs.model.dataset.objective ?? inputs.data?.objective ?? null
  const { task, positiveClass } = model
  const threshold = params.threshold === usualThreshold ? model.threshold : params.threshold
  const judging: Judging = { task, positiveClass, threshold, seed, ...costsOf(objective) }
  const looked = lookedAt(model, params.class)
  const wishes: SliceWishes = {
    metric: chosenMetric(params.metric, objective, task),
    smallest: params.smallest,
    calls: looked && { predicted: rowErrors(scored, judging).predicted, index: looked.index },
    judging,
  }
  const groupings = groupingsOf(raw, scored.rows, { params, dataset, target: model.target })
  const { slices, gaps } = await judgeGroups(scored, groupings, wishes, context)
  const places = spacedOver(scored.rows.length, mostDrawn)
  const preview: SlicesPreview = {
    kind: 'slices',
    task,
    target: model.target,
    metric: wishes.metric,
    higher: metricInfo(wishes.metric)?.direction !== 'lower',
    className: looked?.name ?? null,
    rows: scored.rows.length,
    smallest: params.smallest,
    overall: await figureOf(metricSetOf(scored, judging), wishes, context),
    slices: slices.slice(0, mostSlices),
    hidden: Math.max(0, slices.length - mostSlices),
    gaps,
    drawn: {
      origin: originOf(raw),
      rows: places.map((place) => scored.rows[place]),
      groups: groupings.map(({ of }) => places.map((place) => of[place])),
    },
  }
  return {
    outputs: { slices: tableOfSlices(slices) },
    preview,
    figure: figureText(preview),
    metrics: recordOf(preview),
    warnings: warnings.map((text) => ({ text })),
  }
})

async function judgeGroups(
  scored: ScoredRows,
  groupings: Groups[],
  wishes: SliceWishes,
  context: RunContext,
) {
  const slices: SlicesPreview['slices'] = []
  const gaps: SlicesPreview['gaps'] = []
  for (const [index, groups] of groupings.entries()) {
    const message = `Column ${index + 1} of ${groupings.length}`
    context.progress({ share: index / groupings.length, message })
    const found = await slicesOf(scored, groups, wishes, context)
    slices.push(...found.map((slice) => ({ ...slice, at: placeOf(slice, groups, index) })))
    if (wishes.calls) gaps.push(fairnessGaps(groups.column, found))
  }
  return { slices, gaps }
}

const placeOf = ({ name }: Slice, groups: Groups, grouping: number): [number, number] => [
  grouping,
  groups.names.indexOf(name),
]

const lookedAt = (model: Model, name: string) =>
  model.classes.length === 0 || (name === '' && model.positiveClass === null)
    ? null
    : classLookedAt(model, name)

interface Asked {
  params: Params
  dataset: Dataset
  target: string
}

/** Each column by itself, or one of all combinations. */
function groupingsOf(raw: Table, rows: Int32Array, asked: Asked): Groups[] {
  const each = columnsOf(raw, asked).map((column) => groupRows(column, rows, asked.params.bins))
  return asked.params.together && each.length > 1 ? [each.reduce(crossGroups)] : each
}

/** @throws StepFailure unknown-column. */
function columnsOf(raw: Table, { params, dataset, target }: Asked): Column[] {
  const role = (name: string) => (name === target ? 'target' : roleOf(dataset, name))
  if (params.columns.length > 0) {
    const named = params.columns.filter((choice) => isRule(choice) || choice !== '')
    return pickColumns(raw, named, { role })
  }
  return raw.columns.filter(({ name }) => role(name) === 'feature').slice(0, usualColumns)
}

/** The worst group that is not small. */
function worstOf({ slices, higher }: SlicesPreview) {
  const judged = slices.flatMap(({ metric, small, name, column }) =>
    metric && !small ? [{ value: metric.value, name, column }] : [],
  )
  return judged.sort((a, b) => (higher ? a.value - b.value : b.value - a.value))[0]
}

function figureText(preview: SlicesPreview): string {
  const worst = worstOf(preview)
  const count = `${formatCount(preview.slices.length + preview.hidden)} groups`
  return worst ? `${count} · worst ${formatMetric(worst.value)}` : count
}

function recordOf(preview: SlicesPreview): Record<string, number> {
  const record: Record<string, number> = {}
  const worst = worstOf(preview)
  if (worst) record.worst = worst.value
  for (const { column, demographicParity, disparateImpact, equalOpportunity } of preview.gaps) {
    if (demographicParity !== null) record[`demographicParity ${column}`] = demographicParity
    if (disparateImpact !== null) record[`disparateImpact ${column}`] = disparateImpact
    if (equalOpportunity !== null) record[`equalOpportunity ${column}`] = equalOpportunity
  }
  return record
}
