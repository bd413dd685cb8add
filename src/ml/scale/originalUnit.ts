import type { FittedStep } from '@/values/dataset'

/** A number of a prepared column as the data have it; `scaled` where it stays as it was prepared. */
export interface InUnit {
  value: number
  scaled: boolean
  /** Whether a scaling was undone on the way. */
  undone: boolean
}

const scaleType = 'prepare/scale'

/** Steps that leave the values of a numeric column in their unit, or add columns of other names. */
const keepUnit: ReadonlySet<string> = new Set([
  'prepare/impute',
  'prepare/encode',
  'prepare/outliers',
  'prepare/select-columns',
  'prepare/select-features',
  'prepare/filter-rows',
  'prepare/sample',
  'prepare/sort',
  'prepare/deduplicate',
  'prepare/balance',
  'prepare/split',
])

/**
 * What a prepared number was before it was scaled, walking back through the recipe as far as its steps keep the unit. A
 * shift and stretch is undone; a logarithm, a power, quantiles and lengths of rows are not.
 */
export function inOriginalUnit(recipe: readonly FittedStep[], column: string, value: number): InUnit {
  const found: InUnit = { value, scaled: false, undone: false }
  for (let at = recipe.length - 1; at >= 0; at--) {
    const step = recipe[at]
    if (step.type === scaleType) {
      const how = scalingOf(step, column)
      if (how === null) continue
      if (how === 'other') return { value, scaled: true, undone: false }
      found.value = found.value * how.scale + how.offset
      found.undone = true
    } else if (!keepUnit.has(step.type)) {
      const before = recipe.slice(0, at).some((one) => one.type === scaleType && scalingOf(one, column))
      return { ...found, scaled: before }
    }
  }
  return found
}

interface Shift {
  offset: number
  scale: number
}

/** The shift of the column; null where the step leaves it alone. */
function scalingOf({ state }: FittedStep, column: string): Shift | 'other' | null {
  const columns = Array.isArray(state.columns) ? state.columns : []
  const own = columns.find((one) => isObject(one) && one.name === column)
  if (!isObject(own)) return null
  if (state.rule !== undefined || own.power !== undefined || own.landmarks !== undefined) return 'other'
  const { offset, scale } = own
  return typeof offset === 'number' && typeof scale === 'number' ? { offset, scale } : 'other'
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
