import type { Task } from '@/values/objective'

/** One column and the values that it was set to. */
export interface DependenceAxis {
  name: string
  kind: 'number' | 'moment' | 'category'
  /** The values; of categories their places 0, 1, … */
  values: number[]
  /** Each value as it is read. */
  labels: string[]
  /** Numbers of the data themselves, at most 200; of categories the rows that have each. */
  rug: number[]
  /** Categories that were left out, the rarest. */
  leftOut: number
}

/** What the page gets of a partial dependence; bounded JSON. */
export interface DependencePreview {
  kind: 'dependence'
  task: Task
  target: string
  /** Null for a regression. */
  className: string | null
  rows: number
  /** Rows that were left out because they cannot be scored. */
  failed: number
  /** Whether the rows are those that are kept for testing. */
  isTest: boolean
  /** What can be chosen: raw columns and classes of the model, at most 300 each. */
  columns: string[]
  classes: string[]
  /** One, or two. */
  axes: DependenceAxis[]
  /** Mean answer at each value; of two columns the values of the second change first. */
  mean: number[]
  /** Answers for some single rows at each value, at most 100; empty for two columns. */
  curves: number[][]
}
