import type { Figure, Slice } from './slices'

/** How differently the groups of one column are treated; null where fewer than two groups have the figure. */
export interface FairnessGaps {
  column: string
  /** Groups that were compared: those that are not small. */
  groups: number
  /** Largest less smallest share of rows that are called the class. */
  demographicParity: number | null
  /** Smallest over largest share; below 0.8 the four-fifths rule is broken. */
  disparateImpact: number | null
  /** Largest less smallest share found among rows that are of the class. */
  equalOpportunity: number | null
  /** The larger of the differences of found and of false alarms. */
  equalisedOdds: number | null
}

/** The definitions of Fairlearn's `demographic_parity_difference` and the like. @param slices of one column. */
export function fairnessGaps(column: string, slices: Slice[]): FairnessGaps {
  const compared = slices.filter(({ small }) => !small)
  const rates = (pick: (slice: Slice) => Figure | null) =>
    compared.flatMap((slice) => pick(slice)?.value ?? [])
  const called = rates(({ called }) => called)
  const found = difference(rates(({ found }) => found))
  const alarms = difference(rates(({ alarms }) => alarms))
  return {
    column,
    groups: compared.length,
    demographicParity: difference(called),
    disparateImpact: ratio(called),
    equalOpportunity: found,
    equalisedOdds: found === null || alarms === null ? null : Math.max(found, alarms),
  }
}

const difference = (values: number[]): number | null =>
  values.length < 2 ? null : Math.max(...values) - Math.min(...values)

function ratio(values: number[]): number | null {
  const most = Math.max(...values)
  return values.length < 2 || most === 0 ? null : Math.min(...values) / most
}
