import type { AddsUpTo } from '@/ml/explain/boostedTrees'

/** What the page gets of explanations; bounded JSON. */
export interface ExplainPreview {
  kind: 'explain'
  method: 'tree' | 'all-coalitions' | 'sampled'
  /** Class whose probability is explained; null for a number. */
  className: string | null
  /** What base and parts add up to, where that is not the answer itself. */
  addsUpTo?: AddsUpTo
  rows: number
  base: number
  /** Largest mean size first, at most 12; the others are summed as `rest` of each row. */
  features: {
    name: string
    meanSize: number
    /** Whether high values raise the answer: the correlation of value and part; null where that says nothing. */
    direction: number | null
  }[]
  featureCount: number
  /** At most 100 rows. */
  shown: {
    /** Row number in the raw table, from 0. */
    row: number
    answer: number
    parts: number[]
    cells: (number | string | null)[]
    rest: number
  }[]
}
