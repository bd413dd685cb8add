import type { z } from 'zod'
import type { Json } from '@/base/json'
import { fieldsOf, fitsTask, isShown, type Field } from '@/kit/form/fields'
import type { Task } from '@/values/objective'
import type { Dimension } from './space'

/** Where the best value of a parameter is usually found, by its name; bounds of the parameter itself hold all the same. */
export const usualRanges: Readonly<Record<string, { from: number; to: number; log?: true }>> = {
  c: { from: 0.001, to: 1000, log: true },
  alpha: { from: 0.0001, to: 100, log: true },
  penalty: { from: 0.0001, to: 1000, log: true },
  l1Ratio: { from: 0, to: 1 },
  gamma: { from: 0.0001, to: 10, log: true },
  epsilon: { from: 0.001, to: 1, log: true },
  maxDepth: { from: 1, to: 16 },
  minSamplesLeaf: { from: 1, to: 50, log: true },
  maxFeatures: { from: 0.1, to: 1 },
  learningRate: { from: 0.001, to: 0.3, log: true },
  maxLeaves: { from: 4, to: 128, log: true },
  leaves: { from: 4, to: 128, log: true },
  l2: { from: 0.00001, to: 10, log: true },
  subsample: { from: 0.5, to: 1 },
  k: { from: 1, to: 50, log: true },
  neighbours: { from: 1, to: 50, log: true },
  smoothing: { from: 1e-10, to: 1, log: true },
  varSmoothing: { from: 1e-10, to: 1, log: true },
  varianceSmoothing: { from: 1e-10, to: 1, log: true },
  dropout: { from: 0, to: 0.5 },
  batchSize: { from: 16, to: 256, log: true },
}

/** Choices that are worth trying, by name of the parameter. */
const usualChoices: ReadonlySet<string> = new Set([
  'penalty',
  'criterion',
  'kernel',
  'weights',
  'metric',
  'number',
])

/** Whether a search over the parameter makes sense at all: numbers with bounds or a usual range, choices, switches. */
export const isTunable = (field: Field): boolean =>
  !field.widget &&
  (field.kind === 'choice' ||
    field.kind === 'boolean' ||
    (field.kind === 'number' && rangeOf(field) !== null))

/** Parameters of a learner that can be searched. */
export const tunableFields = (params: z.ZodObject, task: Task | null): Field[] =>
  fieldsOf(params).filter((field) => isTunable(field) && fitsTask(field, task))

/**
 * What is searched where nothing is chosen: the parameters of the learner that usually matter, in their usual ranges;
 * of a learner that has none of these, its first three numbers. A number that depends on a choice is searched where the
 * choice, as it is in `settings`, gives it a meaning.
 */
export function usualSpace(
  params: z.ZodObject,
  task: Task | null,
  settings: Readonly<Record<string, unknown>> = {},
): Dimension[] {
  const fields = tunableFields(params, task)
  const all = fieldsOf(params)
  const usual = fields.filter((field) =>
    field.kind === 'number'
      ? Object.hasOwn(usualRanges, field.name) && isShown(field, all, settings)
      : usualChoices.has(field.name),
  )
  const first = fields.filter(({ kind, showWhen, name }) => kind === 'number' && !showWhen && !isEffort(name))
  return (usual.length > 0 ? usual : first.slice(0, 3)).map(dimensionOf)
}

/** Parameters that say how long to work: more is rarely worse, so searching them tells little. */
const isEffort = (name: string): boolean => /iterations|tolerance|seed|patience|epochs/i.test(name)

/** How a parameter is searched when a person adds it. */
export function dimensionOf(field: Field): Dimension {
  const range = field.kind === 'number' ? rangeOf(field) : null
  if (range) return { kind: 'number', param: field.name, ...range, integer: field.integer }
  return { kind: 'choice', param: field.name, options: optionsOf(field) }
}

function optionsOf(field: Field): Json[] {
  if (field.kind === 'boolean') return [true, false]
  const values = field.schema.enum ?? field.options.map(({ value }) => value)
  return values.filter((value) => value !== null)
}

function rangeOf({
  name,
  minimum,
  maximum,
  openBelow,
  fallback,
  integer,
}: Field): { from: number; to: number; log: boolean } | null {
  const usual = Object.hasOwn(usualRanges, name) ? usualRanges[name] : aroundOf(fallback, integer)
  if (!usual) return null
  const from = Math.max(usual.from, openBelow ? usual.from : (minimum ?? -Infinity))
  const to = Math.min(usual.to, maximum ?? Infinity)
  return from <= to ? { from, to, log: usual.log === true && from > 0 } : null
}

/** A tenth to ten times the default. */
function aroundOf(fallback: unknown, integer: boolean) {
  if (typeof fallback !== 'number' || fallback <= 0) return null
  const from = integer ? Math.max(1, Math.round(fallback / 10)) : Number((fallback / 10).toPrecision(4))
  return { from, to: Number((fallback * 10).toPrecision(4)), log: true as const }
}
