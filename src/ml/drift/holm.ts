/**
 * Holm's step-down correction: adjusted p-values that keep the chance of any false alarm among all tests below the
 * level. Null stays null and is not counted as a test.
 */
export function holm(pValues: (number | null)[]): (number | null)[] {
  const tested = pValues.flatMap((p, index) => (p === null ? [] : [{ p, index }])).sort((a, b) => a.p - b.p)
  const adjusted: (number | null)[] = pValues.map(() => null)
  let largest = 0
  tested.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (tested.length - rank)))
    adjusted[index] = largest
  })
  return adjusted
}
