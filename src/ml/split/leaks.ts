import type { Pulse } from '@/contract/pulse'
import { isCoded, isMissing, type Column, type NumberColumn } from '@/values/table'

/** Rows looked at for the relation to the target: evenly spaced, enough to see a share of 99 %. */
const sampleSize = 5000
const fewRows = 20

/** Share of the guesswork that a feature takes away before it counts as a stand-in for the target. */
const nearlyAll = 0.99
const nearlyAllVariance = 0.999

/**
 * Features from which alone the target can be told nearly always: a copy, a recoding, or something measured after
 * the outcome. Classes: guessing the commonest class of each category leaves under 1 % of the errors of guessing the
 * commonest class of all; or, in the order of a number, the class changes under 1 % as often as by chance. Numbers: correlation, or share of variance between categories,
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
  const groups = distinctCodes(feature, rows)
  const classes = distinctCodes(target, rows)
  if (groups.count * 10 <= rows.length) return groupsTellClass(groups, classes)
  return (
    !isCoded(feature) &&
    orderTellsClass(
      Float64Array.from(rows, (row) => feature.values[row]),
      classes,
    )
  )
}

function groupsTellClass(groups: Groups, classes: Groups): boolean {
  const rows = classes.of.length
  const counts = new Int32Array(groups.count * classes.count)
  for (let i = 0; i < rows; i++) counts[groups.of[i] * classes.count + classes.of[i]]++
  let right = 0
  for (let group = 0; group < groups.count; group++) {
    right += largest(counts.subarray(group * classes.count, (group + 1) * classes.count))
  }
  const blind = largest(sizesOf(classes))
  return blind < rows && (right - blind) / (rows - blind) >= nearlyAll
}

/** In the order of the feature, the class changes about once per boundary, where chance would change it all the time. */
function orderTellsClass(values: Float64Array, classes: Groups): boolean {
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a] - values[b] || a - b)
  let changes = 0
  for (let i = 1; i < order.length; i++) if (classes.of[order[i]] !== classes.of[order[i - 1]]) changes++
  const same = sizesOf(classes).reduce((sum, size) => sum + (size / order.length) ** 2, 0)
  return classes.count > 1 && changes - (classes.count - 1) <= (1 - nearlyAll) * (1 - same) * order.length
}

const largest = (counts: Int32Array): number => counts.reduce((best, count) => Math.max(best, count), 0)

function sizesOf(groups: Groups): Int32Array {
  const sizes = new Int32Array(groups.count)
  for (const group of groups.of) sizes[group]++
  return sizes
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

/** Categories, or distinct numbers, as they occur in the rows. */
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
