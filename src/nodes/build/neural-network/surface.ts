import { hashSeed } from '@/base/hash'
import type { RunContext } from '@/contract/run'
import { sampleRows } from '@/ml/recipe/sampleRows'
import { scoreMarked } from '@/ml/score'
import { targetColumn, targetValues } from '@/ml/task'
import { Mark, rowsMarked, type Dataset } from '@/values/dataset'
import type { ContractField, Model } from '@/values/model'
import { allRows, codedColumn, findColumn, isCoded, numberColumn, type Column } from '@/values/table'

/** A feature that can be an axis. */
export interface SurfaceAxis {
  name: string
  low: number
  high: number
}

/** What the model answers over a grid of two features, the others at their typical values. */
export interface SurfaceGrid {
  /** Positions of the two features in `axes`. */
  x: number
  y: number
  /** Cells a side. */
  size: number
  /**
   * Row by row from the lowest y: two classes, the chance of the second in percent; several, 100 · class + the chance of
   * that class in percent; a value, itself. Null where there is no answer.
   */
  cells: (number | null)[]
}

export interface Surface {
  axes: SurfaceAxis[]
  /** One for each pair of axes. */
  grids: SurfaceGrid[]
  /** Some training rows: their value of each axis, in its order, and the code of their class or their value. */
  points: { at: (number | null)[]; truth: number }[]
  /** Further features that stand at their typical values. */
  fixed: number
}

const mostAxes = 5
const mostPoints = 250
const fine = 41
const coarse = 25
const probes = 15

/** Null where there are not two numbers to draw over. */
export async function surfaceOf(model: Model, data: Dataset, context: RunContext): Promise<Surface | null> {
  const numbers = model.contract.filter(
    ({ type, minimum, maximum }) =>
      type === 'numeric' && minimum !== null && maximum !== null && minimum < maximum,
  )
  if (numbers.length < 2) return null
  const chosen = numbers.length === 2 ? numbers : await strongest(model, numbers, context)
  const size = chosen.length === 2 ? fine : coarse
  const axes = chosen.map(axisOf)
  const grids: SurfaceGrid[] = []
  for (let y = 1; y < chosen.length; y++)
    for (let x = 0; x < y; x++) {
      const columns = new Map([
        [axes[x].name, axisValues(axes[x], size, (cell) => cell % size)],
        [axes[y].name, axisValues(axes[y], size, (cell) => Math.floor(cell / size))],
      ])
      const { values, width } = await answers(model, columns, size * size, context)
      grids.push({ x, y, size, cells: cellsOf(values, width, model) })
      await context.breathe()
    }
  return { axes, grids, points: pointsOf(model, data, axes), fixed: model.contract.length - chosen.length }
}

/** A little beyond what was seen, so that no row lies on the edge. */
function axisOf({ name, minimum, maximum }: ContractField): SurfaceAxis {
  const [low, high] = [minimum as number, maximum as number]
  const pad = (high - low) * 0.04
  return { name, low: low - pad, high: high + pad }
}

/** Middles of the cells. */
const axisValues = ({ low, high }: SurfaceAxis, size: number, place: (cell: number) => number) =>
  Float64Array.from({ length: size * size }, (_, cell) => low + ((place(cell) + 0.5) / size) * (high - low))

/** The features along which the answers differ most, the others at their typical values; in the model's order. */
async function strongest(
  model: Model,
  numbers: ContractField[],
  context: RunContext,
): Promise<ContractField[]> {
  const found: { field: ContractField; spread: number }[] = []
  for (const field of numbers) {
    const { low, high } = axisOf(field)
    const along = Float64Array.from({ length: probes }, (_, i) => low + ((i + 0.5) / probes) * (high - low))
    const { values, width } = await answers(model, new Map([[field.name, along]]), probes, context)
    found.push({ field, spread: spreadOf(values, width) })
    await context.breathe()
  }
  const kept = new Set(
    [...found]
      .sort((a, b) => b.spread - a.spread)
      .slice(0, mostAxes)
      .map(({ field }) => field),
  )
  return numbers.filter((field) => kept.has(field))
}

/** The widest range of any class's chance, or of the value. */
function spreadOf(values: Float64Array, width: number): number {
  let widest = 0
  for (let code = 0; code < width; code++) {
    const own = values.filter((value, at) => at % width === code && !Number.isNaN(value))
    if (own.length > 0) widest = Math.max(widest, Math.max(...own) - Math.min(...own))
  }
  return widest
}

/** Scores of rows that differ in the given columns only. */
function answers(
  model: Model,
  given: ReadonlyMap<string, Float64Array>,
  rowCount: number,
  context: RunContext,
) {
  const columns = model.contract.map((field): Column => {
    const values = given.get(field.name)
    return values ? numberColumn(field.name, values) : typicalColumn(field, rowCount)
  })
  return scoreMarked(context.catalog, model, { rowCount, columns }, context)
}

function typicalColumn({ name, typical }: ContractField, rows: number): Column {
  if (typeof typical === 'string') return codedColumn(name, new Array<string>(rows).fill(typical))
  return numberColumn(name, new Float64Array(rows).fill(typical ?? NaN))
}

function cellsOf(values: Float64Array, width: number, { classes }: Model): (number | null)[] {
  return Array.from({ length: values.length / width }, (_, row) => {
    const own = values.subarray(row * width, (row + 1) * width)
    if (own.some(Number.isNaN)) return null
    if (classes.length === 0) return Number(own[0].toPrecision(4))
    if (classes.length === 2) return Math.round(100 * own[1])
    const best = own.indexOf(Math.max(...own))
    // One less than certain, so that the digits of the class stay its own.
    return 100 * best + Math.min(99, Math.round(100 * own[best]))
  })
}

function pointsOf(model: Model, data: Dataset, axes: SurfaceAxis[]): Surface['points'] {
  const rows = data.marks ? rowsMarked(data, Mark.train) : allRows(data.raw.rowCount)
  const truth = targetValues(targetColumn(data, model.target), model.classes)
  const columns = axes.map(({ name }) => findColumn(data.raw, name))
  return [...sampleRows(rows, mostPoints, hashSeed(model.training.seed, 'surface'))]
    .filter((row) => !Number.isNaN(truth[row]))
    .map((row) => ({
      at: columns.map((column) => (column && !isCoded(column) ? numberOf(column.values[row]) : null)),
      truth: truth[row],
    }))
}

const numberOf = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(5)) : null
