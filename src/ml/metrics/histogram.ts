/** Counts in equal-width bins; `edges` has one entry more than `counts`. */
export interface BinnedCounts {
  edges: number[]
  counts: number[]
}

/** Edges of equal-width bins from low to high; one bin of width 1 (wider for huge numbers) around a single value. */
export function evenEdges(low: number, high: number, bins: number): number[] {
  const margin = Math.max(0.5, Math.abs(low) * 1e-9)
  if (!(low < high)) return [low - margin, low + margin]
  return Array.from({ length: bins + 1 }, (_, i) => low * (1 - i / bins) + high * (i / bins))
}

/** Counts finite values; the last bin includes its upper edge. Values outside are not counted. */
export function binCounts(values: ArrayLike<number>, edges: number[]): number[] {
  const bins = edges.length - 1
  const counts = new Array<number>(bins).fill(0)
  const low = edges[0]
  const width = edges[bins] / bins - low / bins
  for (let i = 0; i < values.length; i++) {
    const value = values[i]
    if (value >= low && value <= edges[bins])
      counts[Math.min(bins - 1, Math.floor(value / width - low / width))]++
  }
  return counts
}

/** Histogram over the range of the finite values; empty when there are none. */
export function histogramOf(values: ArrayLike<number>, bins = 20): BinnedCounts {
  let low = Infinity
  let high = -Infinity
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue
    low = Math.min(low, values[i])
    high = Math.max(high, values[i])
  }
  if (low > high) return { edges: [], counts: [] }
  const edges = evenEdges(low, high, bins)
  return { edges, counts: binCounts(values, edges) }
}
