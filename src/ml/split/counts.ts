/**
 * Divides `total` things by percentages that add up to 100, by the method of the largest remainder: each part gets
 * the whole part of `total * percentage / 100`; what is left goes, one each, to the parts with the largest
 * fractions, of equal ones to the earlier part.
 */
export function largestRemainder(total: number, percentages: readonly number[]): number[] {
  const quotas = percentages.map((percentage) => (total * percentage) / 100)
  const counts = quotas.map(Math.floor)
  const fractions = quotas.map((quota, part) => quota - counts[part])
  const order = quotas.map((_, part) => part).sort((a, b) => fractions[b] - fractions[a] || a - b)
  const left = total - counts.reduce((sum, count) => sum + count, 0)
  for (let i = 0; i < left; i++) counts[order[i % order.length]]++
  return counts
}
