import type { FairnessGaps } from '@/ml/slices/fairness'
import type { Figure, Slice } from '@/ml/slices/slices'
import type { Task } from '@/values/objective'
import type { DrawnRows } from '@/values/rowSelection'

/** What the page gets of a model's figures by group; bounded JSON. */
export interface SlicesPreview {
  kind: 'slices'
  task: Task
  target: string
  metric: string
  higher: boolean
  /** The favourable class; null where no share is compared. */
  className: string | null
  rows: number
  smallest: number
  overall: Figure | null
  /** At most 100 groups, in the order of the columns; `at` is the place among the codes of `drawn`. */
  slices: (Slice & { at: [grouping: number, group: number] })[]
  /** Groups that are not shown. */
  hidden: number
  gaps: FairnessGaps[]
  /** At most 1,000 rows, and for each column the group of each. */
  drawn: DrawnRows & { groups: number[][] }
}
