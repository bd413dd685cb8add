import type { Pulse } from '@/contract/pulse'
import { isCoded, isMissing, type Column, type NumberColumn } from '@/values/table'

/** Rows looked at for the relation to the target: evenly spaced, enough to see a share of 99 %. */
const sampleSize = 5000
const fewRows = 20
const maxBins = 64

/** Share of the guesswork that a feature takes away before it counts as a stand-in for the target. */
const nearlyAll = 0.99
const nearlyAllVariance = 0.999

/**
 * Features from which alone the target can be told nearly always: a copy, a recoding, or something measured after
 * the outcome. Classes: guessing the commonest class of each category (or quantile bin) leaves under 1 % of the
 * errors of guessing the commonest class of all. Numbers: correlation, or share of variance between categories,
 * of 0.999 or more.
 */
export async function findProxies(
  features: readonly Column[],
  target: Column,
  isClass: boolean,
  pulse: Pulse,
): Promise<string[]> {
  const found: string[] = []
  for (const feature of features) {
    const rows = sampleRows(feature, target)
    if (
      rows.length >= fewRows &&
      (isClass ? tellsClass(feature, target, rows) : tellsValue(feature, target, rows))
    )
      found.push(feature.name)
    await pulse.breathe()
  }
  return found
}

/** Features that only number or name the rows: nearly every category occurs once, or whole numbers that only grow. */
export async function findIds(features: readonly Column[], pulse: Pulse): Promise<string[]> {
  const found: string[] = []
  for (const feature of features) {
    if (isCoded(feature) ? namesRows(feature.codes) : countsRows(feature)) found.push(feature.name)
    await pulse.breathe()
  }
  return found
}

function sampleRows(feature: Column, target: Column): Int32Array {
  const total = isCoded(target) ? target.codes.length : target.values.length
  const stride = Math.max(1, total / sampleSize)
  const rows = Array.from({ length: Math.min(total, sampleSize) }, (_, i) => Math.floor(i * stride))
  return Int32Array.from(rows.filter((row) => usable(feature, row) && usable(target, row)))
}

const usable = (column: Column, row: number): boolean =>
  isCoded(column) ? !isMissing(column, row) : Number.isFinite(column.values[row])

function tellsClass(feature: Column, target: Column, rows: Int32Array): boolean {
  const groups = groupsOf(feature, rows)
  if (groups.count * 10 > rows.length) return false
  const classes = distinctCodes(target, rows)
  const counts = new Int32Array(groups.count * classes.count)
  for (let i = 0; i < rows.length; i++) counts[groups.of[i] * classes.count + classes.of[i]]++
  const totals = new Int32Array(classes.count)
  let right = 0
  for (let group = 0; group < groups.count; group++) {
    const own = counts.subarray(group * classes.count, (group + 1) * classes.count)
    own.forEach((count, each) => (totals[each] += count))
    right += own.reduce((best, count) => Math.max(best, count), 0)
  }
  const blind = totals.reduce((best, count) => Math.max(best, count), 0)
  return blind < rows.length && (right - blind) / (rows.length - blind) >= nearlyAll
}

function tellsValue(feature: Column, target: Column, rows: Int32Array): boolean {
  if (isCoded(target)) return false
  const y = Float64Array.from(rows, (row) => target.values[row])
  if (!isCoded(feature)) {
    const x = Float64Array.from(rows, (row) => feature.values[row])
    return Math.abs(correlation(x, y)) >= nearlyAllVariance
  }
  const groups = distinctCodes(feature, rows)
  return groups.count * 10 <= rows.length && correlation(groupMeans(groups, y), y) ** 2 >= nearlyAllVariance
}

interface Groups {
  of: Int32Array
  count: number
}

/** Categories as they are, numbers in quantile bins; equal numbers share a bin. */
function groupsOf(feature: Column, rows: Int32Array): Groups {
  if (isCoded(feature)) return distinctCodes(feature, rows)
  const { values } = feature
  const order = Int32Array.from(rows.keys()).sort((a, b) => values[rows[a]] - values[rows[b]])
  const size = Math.max(10, Math.ceil(rows.length / maxBins))
  const of = new Int32Array(rows.length)
  let bin = 0
  let held = 0
  for (let i = 0; i < order.length; i++) {
    const isNew = i > 0 && values[rows[order[i]]] !== values[rows[order[i - 1]]]
    if (isNew && held >= size) {
      bin++
      held = 0
    }
    of[order[i]] = bin
    held++
  }
  return { of, count: bin + 1 }
}

function distinctCodes(column: Column, rows: Int32Array): Groups {
  const known = new Map<number, number>()
  const source = isCoded(column) ? column.codes : column.values
  const of = Int32Array.from(rows, (row) => {
    const place = known.get(source[row]) ?? known.size
    known.set(source[row], place)
    return place
  })
  return { of, count: known.size }
}

function groupMeans(groups: Groups, y: Float64Array): Float64Array {
  const sums = new Float64Array(groups.count)
  const sizes = new Int32Array(groups.count)
  groups.of.forEach((group, i) => {
    sums[group] += y[i]
    sizes[group]++
  })
  return Float64Array.from(groups.of, (group) => sums[group] / sizes[group])
}

/** Pearson's; NaN when one of the two is constant. */
function correlation(x: Float64Array, y: Float64Array): number {
  const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [meanX, meanY] = [mean(x), mean(y)]
  let [xx, yy, xy] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const [dx, dy] = [x[i] - meanX, y[i] - meanY]
    xx += dx * dx
    yy += dy * dy
    xy += dx * dy
  }
  return xy / Math.sqrt(xx * yy)
}

function namesRows(codes: Int32Array): boolean {
  const distinct = new Set<number>()
  let present = 0
  for (const code of codes) {
    if (code < 0) continue
    present++
    distinct.add(code)
  }
  return present >= fewRows && distinct.size >= 0.95 * present
}

function countsRows(column: NumberColumn): boolean {
  const { values, type } = column
  if (type === 'datetime' || values.length < fewRows) return false
  for (let row = 0; row < values.length; row++) {
    if (!Number.isInteger(values[row]) || (row > 0 && values[row] <= values[row - 1])) return false
  }
  return true
}
