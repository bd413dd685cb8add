import type { Catalog, Combination, Matrix, Predictor } from '@/contract/catalog'
import { FaultNotes, type RowFault, type RowFaults } from '@/contract/faults'
import { quietly, type Pulse } from '@/contract/pulse'
import type { ContractField, Model, Scores } from '@/values/model'
import { findColumn, isMissing, type Table } from '@/values/table'
import { failOnFaults } from './faults'
import { markedMatrix, needColumn } from './matrix'
import { castColumn } from './recipe/cast'
import { applyRecipe } from './recipe'

type Scoring = Pick<Catalog, 'step' | 'predictor'>

/** Scores of all rows, and why some of them have none (their scores are NaN). */
export interface MarkedScores extends Scores {
  faults: RowFaults
}

/**
 * Scores raw rows with a trained model: its recipe as it was fitted, then its weights. A row that cannot be scored
 * spoils no other. Score large tables in parts, and say how far you are: in here nothing is reported.
 * @throws StepFailure unknown-column for a raw column that the model expects and the table lacks.
 */
export async function scoreMarked(
  catalog: Scoring,
  model: Model,
  raw: Table,
  pulse: Omit<Pulse, 'progress'>,
): Promise<MarkedScores> {
  const predictor = catalog.predictor(model.learner.type)
  if (predictor.combine) return scoreMembers(catalog, model, { raw, pulse, combination: predictor.combine })
  const notes = new FaultNotes()
  const expected = expectedColumns(model, raw)
  const prepared = await applyRecipe(catalog, expected, model.recipe, {
    pulse: quietly(pulse),
    faults: notes,
  })
  const { features, categories } = model
  const x = await markedMatrix(prepared, features, pulse, { faults: notes, categories })
  const scores = await predicted(predictor, model, x)
  noteOddScores(scores, notes)
  if (notes.rows.size === 0) return { ...scores, faults: notes.rows }
  const faults = new Map(
    Array.from(notes.rows, ([row, fault]) => [row, asCallerKnowsIt(fault, { row, expected, model })]),
  )
  return { ...scores, values: withoutScores(scores, faults), faults }
}

function predicted(predictor: Predictor, { weights, classes }: Model, x: Matrix): Scores | Promise<Scores> {
  const byRuntime = predictor.needsRuntime?.(weights) ? predictor.predictByRuntime : undefined
  return (byRuntime ?? predictor.predict)(weights, x, classes.length)
}

interface Members {
  raw: Table
  pulse: Omit<Pulse, 'progress'>
  combination: Combination
}

/** A row that one of the members cannot score has no score. */
async function scoreMembers(
  catalog: Scoring,
  model: Model,
  { raw, pulse, combination }: Members,
): Promise<MarkedScores> {
  const notes = new FaultNotes()
  const scores: Scores[] = []
  for (const member of combination.members(model.weights)) {
    const scored = await scoreMarked(catalog, member, raw, pulse)
    for (const [row, fault] of scored.faults) notes.note(row, fault)
    scores.push({ rows: scored.rows, width: scored.width, values: scored.values })
  }
  const combined = combination.combine(model.weights, scores, model.classes.length)
  noteOddScores(combined, notes)
  if (notes.rows.size === 0) return { ...combined, faults: notes.rows }
  return { ...combined, values: withoutScores(combined, notes.rows), faults: notes.rows }
}

/**
 * Scores rows that can all be scored.
 * @throws StepFailure also missing-values, not-finite, unseen-category or diverged for a row that cannot.
 */
export async function scoreTable(
  catalog: Scoring,
  model: Model,
  raw: Table,
  pulse: Omit<Pulse, 'progress'>,
): Promise<Scores> {
  const { faults, ...scores } = await scoreMarked(catalog, model, raw, pulse)
  if (faults.size > 0) failOnFaults(faults)
  return scores
}

/** The columns of the contract, in its types, and no others, so that further columns cannot change a score. */
function expectedColumns(model: Model, raw: Table): Table {
  const columns = model.contract.map((field) => castColumn(needColumn(raw, field.name), field.type))
  return { rowCount: raw.rowCount, columns }
}

function noteOddScores({ values, width }: Scores, notes: FaultNotes): void {
  values.forEach((value, at) => {
    if (value - value !== 0) notes.note(Math.floor(at / width), { kind: 'score' })
  })
}

function withoutScores({ values, width }: Scores, faults: RowFaults): Float64Array {
  const kept = values.slice()
  for (const row of faults.keys()) kept.fill(NaN, row * width, (row + 1) * width)
  return kept
}

/** A prepared column such as “island=Biscoe” is named by the raw one that it was made of, where that can be told. */
function asCallerKnowsIt(
  fault: RowFault,
  { row, expected, model }: { row: number; expected: Table; model: Model },
): RowFault {
  if (fault.kind !== 'missing') return fault
  const { column } = fault
  if (model.contract.some(({ name }) => name === column)) return fault
  const empty = ({ name }: ContractField) => {
    const field = findColumn(expected, name)
    return field !== undefined && isMissing(field, row)
  }
  const missing = model.contract.filter(empty)
  const source = missing.find(({ name }) => column.startsWith(`${name}=`)) ?? missing[0]
  return source ? { ...fault, column: source.name } : fault
}
