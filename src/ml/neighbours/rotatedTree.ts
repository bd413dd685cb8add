import type { Pieces } from '../pieces'
import { bruteForce } from './bruteForce'
import { grow } from './kdTree'
import { openWorkspace, type Workspace } from './kernel/kernel'
import { NearestLists, rowsOf, type NeighbourSearch, type Points, type Stretch } from './points'

/** An orthonormal change of axes: column j of the turned row is the row less `centre`, times row j of `axes`. */
export interface Rotation {
  centre: Float64Array
  /** width × width, the axis along which the rows spread most first. */
  axes: Float64Array
}

const leafRows = 64

/** Turned rows where the kernel sees them. */
interface Turned {
  workspace: Workspace
  /** Width of a turned row, filled up to a multiple of four with zeros. */
  filled: number
  /** How far the numbers of the rows reach: rounding is a share of it. */
  reach: number
  /** What turned numbers are multiplied by, a power of two that brings them near 1. */
  scale: number
  at: Record<'tree' | 'turned' | 'asked' | 'distances' | 'places', number>
}

/**
 * Exact Euclidean neighbours among many columns. Rows are turned to their principal axes: distances stay, but most of a
 * distance is then in its first few squares, so that most rows are given up after four. A k-d tree over the turned rows
 * leaves out whole groups. Turned rows are kept in float32, four side by side; what is left is measured in the columns
 * as they were given, so that lists are those of `bruteForce` to the last bit: rounding of the turned rows only widens
 * what is measured.
 * @param points finite
 */
export function* rotatedTree(points: Points, rotation: Rotation, k: number): Pieces<NeighbourSearch> {
  const { width } = points
  const turned = yield* turn(points, rotation, k)
  if (!turned) return bruteForce(points, k)
  return {
    find(queries: Points, { from, to }: Stretch, own: boolean): NearestLists {
      const lists = new NearestLists(to - from, k)
      for (let query = from; query < to; query++) {
        const asked = queries.values.subarray(query * width, (query + 1) * width)
        lookUp(turned, { asked, rotation, without: own ? query : -1, list: query - from }, lists)
      }
      return lists.measured()
    },
  }
}

/** Null where numbers are too large to be squared. */
function* turn(points: Points, rotation: Rotation, k: number): Pieces<Turned | null> {
  const { width, values: given } = points
  const count = rowsOf(points)
  const values = new Float64Array(given.length)
  let reach = 0
  for (let row = 0; row < count; row++) {
    const at = row * width
    const size = turnRow(given.subarray(at, at + width), rotation, values.subarray(at, at + width))
    if (size > reach) reach = size
    if (row % 4096 === 4095) yield
  }
  const scale = powerBelow(1 / reach)
  if (scale === 0) return null
  const tree = yield* grow({ values, width }, leafRows)
  return layOut(points, { ...tree, rows: tree.rows! }, { reach, scale, k })
}

/** The largest power of two that is not above the number; 0 where there is none. */
function powerBelow(value: number): number {
  if (!(value > 0 && value < Infinity)) return 0
  let power = 1
  while (power > value) power /= 2
  while (power * 2 <= value) power *= 2
  return power
}

interface Grown {
  values: Float64Array
  rows: Int32Array
  starts: Int32Array
  ends: Int32Array
  low: Float64Array
  high: Float64Array
  firstLeaf: number
}

/** Nodes that wait to be looked at: at most two for each of 31 levels. */
const waitingBytes = 64 * 8

function layOut(
  { width, values: given }: Points,
  { values, rows, starts, ends, low, high, firstLeaf }: Grown,
  { reach, scale, k }: { reach: number; scale: number; k: number },
): Turned {
  const workspace = openWorkspace()
  const { take } = workspace
  const filled = 4 * Math.ceil(width / 4)
  const nodes = starts.length
  let most = 0
  for (let node = firstLeaf; node < nodes; node++) most = Math.max(most, ends[node] - starts[node])
  const leafNumbers = 4 * Math.ceil(most / 4) * filled
  const corners = { low: take(4 * nodes * filled), high: take(4 * nodes * filled) }
  const leaves = take(4 * (nodes - firstLeaf) * leafNumbers)
  const own = { starts: take(4 * nodes), rows: take(4 * rows.length), given: take(8 * given.length) }
  const at = {
    ...{ tree: take(44), turned: take(4 * filled), asked: take(8 * width) },
    ...{ distances: take(8 * k), places: take(4 * k) },
  }
  const waiting = take(waitingBytes)
  const header = [width, filled, firstLeaf, corners.low, corners.high, leaves, own.starts]
  workspace.ints(at.tree, 11).set([...header, own.rows, own.given, waiting, 4 * leafNumbers])
  workspace.ints(own.starts, nodes).set(starts)
  workspace.ints(own.rows, rows.length).set(rows)
  workspace.doubles(own.given, given.length).set(given)
  const scaled = { width, filled, scale }
  fillRows(low, workspace.floats(corners.low, nodes * filled), scaled)
  fillRows(high, workspace.floats(corners.high, nodes * filled), scaled)
  for (let node = firstLeaf; node < nodes; node++) {
    const into = workspace.floats(leaves + 4 * (node - firstLeaf) * leafNumbers, leafNumbers)
    fillLeaf(values.subarray(starts[node] * width, ends[node] * width), into, scaled)
  }
  return { workspace, filled, reach, scale, at }
}

interface Scaled {
  width: number
  filled: number
  scale: number
}

/** Row by row, filled up with the zeros that are there. */
function fillRows(values: Float64Array, into: Float32Array, { width, filled, scale }: Scaled): void {
  for (let from = 0, to = 0; from < values.length; from += width, to += filled)
    for (let i = 0; i < width; i++) into[to + i] = values[from + i] * scale
}

/** Four rows side by side, column by column; a place without a row is not near to anything. */
function fillLeaf(values: Float64Array, into: Float32Array, { width, filled, scale }: Scaled): void {
  into.fill(NaN)
  for (let from = 0, row = 0; from < values.length; from += width, row++) {
    const first = 4 * filled * (row >> 2) + (row & 3)
    for (let i = 0; i < filled; i++) into[first + 4 * i] = i < width ? values[from + i] * scale : 0
  }
}

/** @returns the length of the row as it was given or from the centre, whichever is more. */
function turnRow(row: Float64Array, { centre, axes }: Rotation, into: Float64Array): number {
  const width = row.length
  let [own, apart] = [0, 0]
  for (let i = 0; i < width; i++) {
    own += row[i] * row[i]
    apart += (row[i] - centre[i]) * (row[i] - centre[i])
  }
  for (let axis = 0, at = 0; axis < width; axis++) {
    let sum = 0
    for (let i = 0; i < width; i++, at++) sum += (row[i] - centre[i]) * axes[at]
    into[axis] = sum
  }
  return Math.sqrt(Math.max(own, apart))
}

interface Query {
  asked: Float64Array
  rotation: Rotation
  without: number
  list: number
}

/** Half the last digit of a float32. */
const rounding = 2 ** -24

function lookUp(
  { workspace, filled, reach, scale, at }: Turned,
  { asked, rotation, without, list }: Query,
  { k, distances, places }: NearestLists,
): void {
  const width = asked.length
  const turned = new Float64Array(width)
  const size = turnRow(asked, rotation, turned)
  const floats = workspace.floats(at.turned, filled)
  for (let i = 0; i < width; i++) floats[i] = turned[i] * scale
  workspace.doubles(at.asked, width).set(asked)
  const [near, who] = [workspace.doubles(at.distances, k), workspace.ints(at.places, k)]
  near.fill(Infinity)
  who.fill(0)
  // Each turned number is off by `rounding` of itself, and each sum by that of each of its squares.
  const slack = 8 * rounding * Math.max(reach, size) * scale
  const wider = scale * (1 + 2 * (filled + 8) * rounding)
  workspace.kernel.find(
    ...([at.tree, at.turned, at.asked, without, wider, slack, k, at.distances, at.places] as const),
  )
  distances.set(near, list * k)
  places.set(who, list * k)
}
