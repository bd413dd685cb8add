import { extent } from '@/kit/charts/ticks'

export interface ChanceBin {
  from: number
  to: number
  count: number
}

const mostBins = 30

/** Equal bins over the scores, about the square root of their number; the last one holds its upper end. */
export function chanceBins(values: readonly number[]): ChanceBin[] {
  const [low, high] = extent(values, values.every((value) => value === values[0]) ? 0.05 : 0)
  const count = Math.min(mostBins, Math.max(5, Math.ceil(Math.sqrt(values.length))))
  const width = (high - low) / count
  const bins = Array.from({ length: count }, (_, i) => ({
    from: low + i * width,
    to: low + (i + 1) * width,
    count: 0,
  }))
  for (const value of values) bins[Math.min(count - 1, Math.floor((value - low) / width))].count++
  return bins
}
