/** Row weights: how often each row counts. All ones for the figure itself, resample counts in the bootstrap. */
export type RowWeights = Int32Array

/** The truth and the scores of classified rows. */
export interface ClassData {
  /** Names; the first `width` are the model's, in the order of the scores; then classes that only the truth has. */
  classes: string[]
  /** Class index of each row. */
  truth: Int32Array
  /** `rows × width` probabilities, row by row. */
  scores: Float64Array
  width: number
  /** Index of the positive class in a binary task, else -1. */
  positive: number
  /** A binary row is called positive when the positive class scores at least this. */
  threshold: number
  costFalsePositive: number
  costFalseNegative: number
}

/** Scores of one class, one value a row. */
export function scoresOf(data: ClassData, index: number): Float64Array {
  const rows = data.truth.length
  const values = new Float64Array(rows)
  for (let row = 0; row < rows; row++) values[row] = data.scores[row * data.width + index]
  return values
}

/** 1 where the truth is the class, else 0. */
export const isClass = (data: ClassData, index: number): Uint8Array =>
  Uint8Array.from(data.truth, (code) => (code === index ? 1 : 0))

/** What a decision needs of the scores; the one rule of evaluation, endpoint and monitoring. */
export type Scored = Pick<ClassData, 'scores' | 'width' | 'positive' | 'threshold'>

/** Predicted class of each row: by the threshold in a binary task, else the highest score (the first at a tie). */
export function decide(data: Scored): Int32Array {
  const rows = data.scores.length / data.width
  const predicted = new Int32Array(rows)
  for (let row = 0; row < rows; row++)
    predicted[row] = data.positive < 0 ? highest(data, row) : byThreshold(data, row)
  return predicted
}

function byThreshold(data: Scored, row: number): number {
  return data.scores[row * data.width + data.positive] >= data.threshold ? data.positive : 1 - data.positive
}

function highest(data: Scored, row: number): number {
  let best = 0
  const start = row * data.width
  for (let index = 1; index < data.width; index++)
    if (data.scores[start + index] > data.scores[start + best]) best = index
  return best
}

export const onesFor = (rows: number): RowWeights => new Int32Array(rows).fill(1)

/** Some of the rows, in the given order. */
export function takeData(data: ClassData, rows: Int32Array): ClassData {
  const { width } = data
  const scores = new Float64Array(rows.length * width)
  rows.forEach((row, i) => scores.set(data.scores.subarray(row * width, (row + 1) * width), i * width))
  return { ...data, truth: rows.map((row) => data.truth[row]), scores }
}
