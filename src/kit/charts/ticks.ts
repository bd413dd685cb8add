/** About `count` round numbers from `low` to `high`, ends included when they are round. */
export function niceTicks(low: number, high: number, count = 4): number[] {
  const range = high - low
  if (!Number.isFinite(range) || range <= 0) return [low]
  const step = niceStep(range / count)
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  const ticks: number[] = []
  for (let i = first; i <= last; i++) ticks.push(Number((i * step).toPrecision(12)))
  return ticks
}

/** The next number of 1, 2, 2.5, 5 × a power of ten. */
function niceStep(raw: number): number {
  const power = 10 ** Math.floor(Math.log10(raw))
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= raw * (1 - 1e-9)) ?? 10
  return factor * power
}

/** Smallest and largest finite value, widened by a share of the range; [0, 1] when there is none. */
export function extent(values: readonly number[], pad = 0): [number, number] {
  let low = Infinity
  let high = -Infinity
  for (const value of values) {
    if (!Number.isFinite(value)) continue
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return [0, 1]
  const margin = high > low ? (high - low) * pad : Math.abs(low) * 0.1 || 1
  return [low - margin, high + margin]
}
