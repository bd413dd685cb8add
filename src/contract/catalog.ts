import type { JsonObject } from '@/base/json'
import type { Role } from '@/values/dataset'
import type { Model, Scores, Weights } from '@/values/model'
import type { Task } from '@/values/objective'
import type { Table } from '@/values/table'
import type { FaultNotes } from './faults'
import type { AnyDefinition, ParamsOf } from './node'
import type { Pulse } from './pulse'
import type { Part, TrainJob } from './training'

/** What fitting a preparation step may see: never the truth of a test row. */
export interface FitInput<P> {
  table: Table
  /** Rows of `table` that may be learned from. */
  rows: Int32Array
  params: P
  /** Role of a column; columns without one are features. */
  role: (column: string) => Role
  /** For `makeRandom`: the step's own, the same in every run of the same work. */
  seed: number
  /** In training, of each row of `table` the raw row whose truth it carries; absent where rows are themselves. */
  origin?: Int32Array
}

/** What the rows that a model learns from have become. */
export interface TrainingRows {
  table: Table
  /** For each row the one of the table before whose truth it carries; rows may be absent, and may come twice. */
  origin: Int32Array
}

/**
 * A preparation step as two functions whose results depend on nothing but table and parameters or state; nothing else
 * is needed for it to work in training, in every fold, in the deployed model and in the export. It keeps the number
 * and the order of the rows. Both may take their time: between columns, and in loops over rows that take longer than
 * some 50 ms, they breathe, and a slow one says how far it is.
 */
export interface PreparationStep<P = unknown, S extends JsonObject = JsonObject> {
  type: string
  /** Whether it learns from rows. Rows may still be grouped, joined or filtered after steps that do not. */
  learns: boolean
  /** @throws StepFailure with a cause a person can act on. */
  fit(input: FitInput<P>, pulse: Pulse): S | Promise<S>
  /**
   * Works on any table that has the columns it needs, with or without the target. A row that it cannot prepare is
   * noted in `faults`, and what it makes of it is missing; without `faults` it throws for such a row.
   */
  apply(table: Table, state: S, pulse: Pulse, faults?: FaultNotes): Table | Promise<Table>
  /**
   * In place of `apply` for the rows that a model learns from, where these become something else: rows are dropped or
   * made, or a row must not see its own truth. All rows of `input.table` are such rows.
   */
  train?(input: FitInput<P>, state: S, pulse: Pulse): TrainingRows | Promise<TrainingRows>
}

/** A dense matrix, row by row, in float64. */
export interface Matrix {
  rows: number
  columns: number
  values: Float64Array
}

/** What a learner is fitted on: finite numbers only, unless the learner is `native`. */
export interface TrainingData {
  task: Task
  features: string[]
  /** Native learners only: per feature the categories of which `x` holds the index, or null for a number. */
  categories?: readonly (readonly string[] | null)[]
  x: Matrix
  /** Class index for classes, value for regression; empty where there is no target. */
  y: Float64Array
  /**
   * Where rows come several times, as in balanced classes and bags: of each row the first that is made of the same one.
   * What is held back to judge by must not hold a copy of what is learned from.
   */
  leaders?: Int32Array
  classes: string[]
  /** Name of the target column, for messages. */
  target?: string
  validation: { x: Matrix; y: Float64Array } | null
  seed: number
  /** Set where the learner learns in parts: the one to learn now. */
  part?: Part
}

export interface Fitted {
  weights: Weights
  /** Sentences about what was odd (e.g. no convergence). */
  warnings: string[]
  /** Names of the clusters that were found, for learners without a target; they take the place of classes. */
  classes?: string[]
}

/** What a composition may use beside its job. */
export interface CompositionContext extends Pulse {
  catalog: Catalog
  backend: string
  resolved: { task: Task; target: string; classes: string[]; positiveClass: string | null }
  /** Trains all jobs, side by side where there are workers; models come back in the order of the jobs. */
  trainAll(jobs: TrainJob[], onDone?: (finished: number) => void): Promise<Model[]>
}

/** Makes one model of several whole ones; `members` are those that its weights keep. */
export type Composition<P = unknown> = (
  job: Omit<TrainJob, 'learner'> & { learner: { params: P; node: string } },
  context: CompositionContext,
) => Promise<Fitted & { members: Model[] }>

/** How a build node learns. Only the worker and the command line load it: it may use tensors. */
export interface LearnerFit<P = unknown> {
  type: string
  /** One that can do clustering has no target, and does nothing else. */
  tasks: readonly Task[]
  /** Takes missing values (as NaN) and categories (as their index) as they are. */
  native?: boolean
  fit(data: TrainingData, params: P, pulse: Pulse): Promise<Fitted>
  /** For a learner whose parts can be learned side by side, each by `fit` with `data.part`. */
  parts?: {
    /** Depends on parameters alone, never on the device. */
    count(params: P): number
    merge(weights: Weights[], model: Pick<Model, 'task' | 'classes' | 'features'>): Fitted
  }
  /** How its time grows with the rows: with n log n where absent, or with their square. */
  growth?: 'quadratic'
  /** In place of `fit`, for a learner that is made of other learners. */
  compose?: Composition<P>
}

/** How a fitted learner scores; plain code without tensors, so that the endpoint gives bit-identical answers. */
export interface Predictor {
  type: string
  /** @param classes number of classes, 0 for regression. */
  predict(weights: Weights, x: Matrix, classes: number): Scores
  /** In place of `predict`, for a model that is made of whole models. */
  combine?: Combination
  /** Of weights that only the engine can score, with a runtime too large for the endpoint; `predict` refuses them. */
  needsRuntime?(weights: Weights): boolean
  /** In place of `predict` for weights that need a runtime; the service worker does not have it. */
  predictByRuntime?: RuntimePredictor['predict']
}

/** Scores with a runtime that is loaded when it is used first; found beside the predictor of the same type. */
export interface RuntimePredictor {
  type: string
  predict(weights: Weights, x: Matrix, classes: number): Promise<Scores>
}

export interface Combination<W = Weights> {
  /** The models whose scores are combined. */
  members(weights: W): Model[]
  /** @param scores of the members, in their order. */
  combine(weights: W, scores: Scores[], classes: number): Scores
}

/** The steps, learners and predictors of all node types, by type. */
export interface Catalog {
  step(type: string): PreparationStep
  learner(type: string): LearnerFit
  predictor(type: string): Predictor
}

export function defineStep<D extends AnyDefinition, S extends JsonObject>(
  definition: D,
  step: Omit<PreparationStep<ParamsOf<D>, S>, 'type' | 'learns'> & { learns?: false },
): PreparationStep {
  return { type: definition.type, learns: true, ...step } as unknown as PreparationStep
}

export function defineLearner<D extends AnyDefinition>(
  definition: D,
  learner: Omit<LearnerFit<ParamsOf<D>>, 'type'>,
): LearnerFit {
  return { type: definition.type, ...learner } as unknown as LearnerFit
}

const noMatrix = (): never => {
  throw new Error('a model that is made of models is not scored from a matrix')
}

/** A learner that trains whole models of other learners, which its parameters carry. */
export function defineComposition<P>(
  definition: AnyDefinition,
  { tasks, compose }: { tasks: readonly Task[]; compose: Composition<P> },
): LearnerFit {
  return { type: definition.type, tasks, fit: noMatrix, compose: compose as unknown as Composition }
}

/** How a model that is made of whole models scores. */
export function defineCombination<W extends Weights>(
  definition: AnyDefinition,
  combination: Combination<W>,
): Predictor {
  return {
    type: definition.type,
    predict: noMatrix,
    combine: combination as unknown as Combination,
  }
}

export function definePredictor<W extends Weights>(
  definition: AnyDefinition,
  predict: (weights: W, x: Matrix, classes: number) => Scores,
): Predictor {
  return { type: definition.type, predict: predict as unknown as Predictor['predict'] }
}
