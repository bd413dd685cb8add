const mostPoints = 200

/** Positions of at most 200 points of a curve: the first, the last, and evenly spaced ones between. */
export function thinCurve(length: number): number[] {
  if (length <= mostPoints) return Array.from({ length }, (_, i) => i)
  return Array.from({ length: mostPoints }, (_, i) => Math.round((i * (length - 1)) / (mostPoints - 1)))
}
