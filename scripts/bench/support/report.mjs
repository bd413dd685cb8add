/** @typedef {{ figure: string, value: number, unit: string, atMost?: number, atLeast?: number, noise?: string }} Figure */

/** @param {Figure} figure */
export function verdictOf({ value, atMost = Infinity, atLeast = -Infinity }) {
  return value <= atMost && value >= atLeast ? 'reached' : 'not reached'
}

const written = (value, unit) => `${Number(value.toPrecision(3))} ${unit}`.trim()

export function goalOf({ atMost, atLeast, unit }) {
  if (atMost !== undefined) return `≤ ${written(atMost, unit)}`
  return atLeast === undefined ? '' : `≥ ${written(atLeast, unit)}`
}

/** @param {Figure & { verdict: string }} row */
export function print(row) {
  const mark = row.verdict === 'reached' ? '✓' : '✗'
  const measured = `${written(row.value, row.unit)} (goal ${goalOf(row)})`
  console.log(`${mark} ${row.figure}: ${measured}, ${row.verdict}${row.noise ? ` [${row.noise}]` : ''}`)
}
