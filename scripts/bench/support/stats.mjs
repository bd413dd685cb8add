/** The share-th quantile of numbers, by the nearest rank. */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? NaN
}

export const median = (values) => quantile(values, 0.5)

/** Least and greatest, as text: what the machine's other work did to a figure. */
export const spread = (values, digits = 0) =>
  `${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)} in ${values.length}`
