import type { ErrorGroup } from '@/ml/errors/concentration'
import type { RowsPicture } from '@/ml/errors/rowsPicture'
import type { BinnedCounts } from '@/ml/metrics/histogram'
import type { ConfusionMatrix } from '@/values/evaluation'
import type { Task } from '@/values/objective'
import type { ColumnType } from '@/values/table'

/** What the page gets of the rows that a model predicts wrongly; bounded JSON. */
export interface ErrorsPreview {
  kind: 'errors'
  task: Task
  target: string
  /** Names the raw table that row numbers belong to. */
  origin: string
  /** Rows that were judged, those that are wrong (classes), and those that go on. */
  judged: number
  wrong: number
  sent: number
  /** Share of wrong rows, or mean absolute error, over all judged rows. */
  overall: number | null
  confusion: ConfusionMatrix | null
  /** Residuals of all judged rows of a regression. */
  histogram: BinnedCounts | null
  where: ErrorGroup[]
  picture: RowsPicture & {
    classes: string[]
    /** Class index, or value for regression. */
    truth: (number | null)[]
    predicted: (number | null)[]
    /** Whether the row goes on. */
    sent: boolean[]
  }
  /** The first of the rows that go on, at most 50, and their numbers in the raw table. */
  table: {
    columns: { name: string; type: ColumnType }[]
    rows: number[]
    cells: (string | number | null)[][]
  }
}
