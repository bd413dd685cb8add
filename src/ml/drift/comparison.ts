import type { ColumnBaseline } from '@/values/model'
import type { TestResult } from './chiSquared'

/** Shares of the present values before and now, for a chart. */
export type Picture =
  | { kind: 'bins'; edges: number[]; before: number[]; now: number[] }
  | { kind: 'categories'; labels: string[]; before: number[]; now: number[] }

/** One column, training rows against new rows, before any verdict. */
export interface ColumnComparison {
  baseline: ColumnBaseline
  test: 'ks' | 'chi-squared'
  /** Null when a side has no value, or when the values are free text. */
  result: TestResult | null
  /** Chi-squared test of missing against present; null when nothing is missing on either side. */
  missingTest: TestResult | null
  psi: number
  /** Shares of rows. */
  missingBefore: number
  missingNow: number
  newCategories: { name: string; count: number }[]
  picture: Picture
  /** Free text and ids: every value is its own, so only what is missing is compared. */
  freeText: boolean
}

/** What both kinds of columns find out. */
export interface Compared {
  test: ColumnComparison['test']
  result: TestResult | null
  rows: number
  missing: number
  /** Counts for the index; `scale` = sampled per present training row. */
  bins: { before: number[]; now: number[]; scale: number }
  newCategories: ColumnComparison['newCategories']
  picture: Picture
  freeText: boolean
}

export const share = (part: number, all: number): number => (all === 0 ? 0 : part / all)
