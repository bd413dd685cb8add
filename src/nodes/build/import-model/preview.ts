import { formatCount, formatNumber, formatRange } from '@/base/format'
import type { Dataset } from '@/values/dataset'
import type { Model } from '@/values/model'
import type { Task } from '@/values/objective'

export interface ImportPreview {
  source: 'stagecraft' | 'tfjs' | 'onnx'
  file: string
  /** Node type that the model was trained by. */
  type: string
  task: Task
  target: string
  /** At most 50 names. */
  classes: string[]
  classCount: number
  /** Rows that it was trained on, where the file says. */
  trainingRows: number | null
  /** Steps of preparation that it brings, or has taken from the wires. */
  steps: number
  /** Columns of the data in the order that the model expects them, at most 200. */
  columns: { name: string; type: string; known: string }[]
  columnCount: number
  /** Layers of a TensorFlow.js model. */
  layers: { name: string; kind: string; units: number }[]
  metrics: { name: string; value: number }[]
  /** Fingerprint of the model as it is used here. */
  fingerprint: string
}

const most = { classes: 50, columns: 200, layers: 200, metrics: 40 }

export interface Imported {
  source: ImportPreview['source']
  model: Model
  metrics: Record<string, number>
  layers: ImportPreview['layers']
}

export function importPreview({ source, model, metrics, layers }: Imported, file: string): ImportPreview {
  return {
    source,
    file,
    type: model.learner.type,
    task: model.task,
    target: model.target,
    classes: model.classes.slice(0, most.classes),
    classCount: model.classes.length,
    trainingRows: source === 'stagecraft' ? model.training.rows : null,
    steps: model.recipe.length,
    columns: model.contract.slice(0, most.columns).map(({ name, type, categories, minimum, maximum }) => ({
      name,
      type,
      known: categories.length > 0 ? formatCategories(categories) : formatRangeOf(minimum, maximum),
    })),
    columnCount: model.contract.length,
    layers: layers.slice(0, most.layers),
    metrics: Object.entries(metrics)
      .slice(0, most.metrics)
      .map(([name, value]) => ({ name, value })),
    fingerprint: model.fingerprint,
  }
}

const formatCategories = (names: readonly string[]): string =>
  names.length > 4
    ? `${names.slice(0, 4).join(', ')} and ${formatCount(names.length - 4)} more`
    : names.join(', ')

const formatRangeOf = (low: number | null, high: number | null): string =>
  low === null || high === null ? '' : formatRange(formatNumber(low), formatNumber(high))

/** What a person should know who judges the model on these data. */
export function importWarnings(
  { source, model }: Imported,
  dataset: Dataset,
): { text: string; port?: string }[] {
  const said = [
    ...(source === 'stagecraft' && dataset.recipe.length > 0
      ? [
          {
            text: 'The model brings the preparation that it was trained with, so the preparation wired before this node is not used.',
            port: 'data',
          },
        ]
      : []),
    ...(dataset.marks
      ? []
      : [
          {
            text: 'The data are not split. Wire rows that the model has never seen to an evaluation, or add a Split node.',
            port: 'data',
          },
        ]),
  ]
  return [...said, ...model.training.warnings.map((text) => ({ text }))]
}
