import { formatMetric, formatNumber, formatPercent } from '@/base/format'
import type { ColumnDrift } from '@/values/deployment'
import type { ColumnComparison } from './comparison'
import { holm } from './holm'

/** When a column, and when the batch, raises an alarm. */
export interface DriftLimits {
  /** `both`: large and significant; else one of the two alone. */
  rule: 'both' | 'psi' | 'test'
  psiThreshold: number
  significance: number
}

/** A compared column with its verdict. */
export interface JudgedColumn extends ColumnDrift {
  adjustedPValue: number | null
  reason: string
  newCategories: ColumnComparison['newCategories']
  picture: ColumnComparison['picture']
}

/**
 * A column has drifted when its stability index reaches the threshold and a test is significant after Holm's
 * correction over all tests of the batch (the column's values, and what is missing). Small batches give a high index
 * by chance and large ones a low p-value for a trifle: hence both, unless chosen otherwise.
 */
export function judgeColumns(columns: ColumnComparison[], limits: DriftLimits): JudgedColumn[] {
  const values = columns.map(({ result }) => result?.pValue ?? null)
  const missing = columns.map(({ missingTest }) => missingTest?.pValue ?? null)
  const adjusted = holm([...values, ...missing])
  return columns.map((column, i) => {
    const candidates = [adjusted[i], adjusted[columns.length + i]].filter((p) => p !== null)
    return judged(column, candidates.length === 0 ? null : Math.min(...candidates), limits)
  })
}

function judged(column: ColumnComparison, adjustedPValue: number | null, limits: DriftLimits): JudgedColumn {
  const { baseline, test, result, psi, missingBefore, missingNow, newCategories, picture } = column
  const large = psi >= limits.psiThreshold
  const significant = adjustedPValue !== null && adjustedPValue < limits.significance
  const drifted = limits.rule === 'both' ? large && significant : limits.rule === 'psi' ? large : significant
  return {
    column: baseline.name,
    type: baseline.type,
    psi,
    test,
    statistic: result?.statistic ?? null,
    pValue: result?.pValue ?? null,
    drifted,
    missingBefore,
    missingNow,
    adjustedPValue,
    reason: reasonOf(column, { large, significant, adjustedPValue }),
    newCategories,
    picture,
  }
}

interface Signs {
  large: boolean
  significant: boolean
  adjustedPValue: number | null
}

function reasonOf(column: ColumnComparison, { large, significant, adjustedPValue }: Signs): string {
  const index = `PSI ${formatMetric(column.psi)}`
  const chance =
    adjustedPValue === null ? 'no test could be made' : `p ${formatP(adjustedPValue)} after correction`
  return `${headline(column, large, significant)} (${index}, ${chance}).${missingNote(column)}`
}

function headline(column: ColumnComparison, large: boolean, significant: boolean): string {
  if (column.missingNow === 1 && column.missingBefore < 1) return 'Every value is missing now'
  if (column.freeText) return 'Free text: only what is missing is compared'
  if (large && significant) return 'The values have shifted, beyond chance'
  if (large) return 'The shift looks large, but so few rows can differ that much by chance'
  if (significant) return 'A small shift, more than chance explains'
  return 'No sign of a shift'
}

const formatP = (p: number): string => (p < 0.0001 ? '< 0.0001' : `= ${formatNumber(p)}`)

function missingNote({ missingBefore, missingNow }: ColumnComparison): string {
  if (Math.abs(missingNow - missingBefore) < 0.01) return ''
  return ` Missing: ${formatPercent(missingBefore)} before, ${formatPercent(missingNow)} now.`
}
