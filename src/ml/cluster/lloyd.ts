import type { Matrix } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { fillUp, groundOf, type Ground } from './ground'

interface Limits {
  maxIterations: number
  /** Settled when the squared shifts of all centres sum up to no more. */
  shift: number
}

/**
 * Lloyd's iterations. A row keeps an upper bound of the distance to its centre and a lower one of that to any other;
 * while they do not meet it cannot change, and is not measured (Hamerly 2010). Sums of rows are kept up to date from
 * the rows that changed. An empty cluster takes the row that is farthest from its centre.
 */
export async function lloyd(x: Matrix, first: Float64Array, limits: Limits, pulse: Pulse) {
  const state = stateFor(x, first)
  let settled = false
  let iterations = 0
  while (!settled && iterations < limits.maxIterations) {
    iterations++
    const changed = assign(state)
    if (changed > 0 || iterations === 1) fillEmpty(state)
    const shift = moveCentres(state, changed)
    settled = changed === 0 || shift <= limits.shift
    await pulse.breathe()
  }
  // Centres may have moved once more after the last assignment.
  assign(state)
  const centres = new Float64Array(first.length)
  state.places.forEach((place, cluster) => centres.set(place, cluster * x.columns))
  return { centres, sizes: state.sizes.slice(), inertia: inertiaOf(state), iterations, settled }
}

interface State {
  ground: Ground
  k: number
  /** Numbers of a centre, with what fills it up. */
  width: number
  /** Of each centre. */
  places: Float64Array[]
  labels: Int32Array
  upper: Float64Array
  lower: Float64Array
  sums: Float64Array
  sizes: Int32Array
  /** How far each centre moved since rows were assigned. */
  shifts: Float64Array
}

function stateFor(x: Matrix, first: Float64Array): State {
  const { rows, columns } = x
  const k = first.length / columns
  const ground = groundOf(x, k)
  const { workspace, at, stride } = ground
  const width = stride / 8
  const centres = workspace.doubles(at.centres, k * width)
  fillUp({ columns, values: first }, centres)
  return {
    ground,
    k,
    width,
    places: Array.from({ length: k }, (_, i) => centres.subarray(i * width, i * width + columns)),
    labels: workspace.ints(at.labels, rows).fill(-1),
    upper: workspace.doubles(at.near, rows).fill(Infinity),
    lower: workspace.doubles(at.tried, rows).fill(-Infinity),
    sums: workspace.doubles(at.sums, k * width).fill(0),
    sizes: workspace.ints(at.sizes, k).fill(0),
    shifts: workspace.doubles(at.shifts, k).fill(0),
  }
}

/** Bounds are widened by this share, which rounding cannot reach. */
const margin = 1 + 1e-12

/** @returns the number of rows that changed their cluster */
function assign(state: State): number {
  const { ground, k, places, shifts } = state
  const { workspace, x, stride, at } = ground
  workspace.doubles(at.half, k).set(halfGaps(places))
  const changed = workspace.kernel.assign(
    ...([at.x, x.rows, stride, at.centres, k, at.half, at.shifts] as const),
    ...([Math.max(...shifts), margin, at.labels, at.near, at.tried, at.sums, at.sizes] as const),
  )
  shifts.fill(0)
  return changed
}

function moveRow({ ground: { x }, width, labels, sums, sizes }: State, row: number, to: number): void {
  const { columns, values } = x
  const at = row * columns
  const from = labels[row]
  for (let i = 0; i < columns; i++) {
    sums[to * width + i] += values[at + i]
    sums[from * width + i] -= values[at + i]
  }
  sizes[from]--
  sizes[to]++
  labels[row] = to
}

function squared(values: Float64Array, at: number, centre: Float64Array): number {
  let sum = 0
  for (let i = 0; i < centre.length; i++) {
    const difference = values[at + i] - centre[i]
    sum += difference * difference
  }
  return sum
}

/** Half the distance of each centre from the nearest other one: no row nearer to it than that belongs elsewhere. */
function halfGaps(places: Float64Array[]): Float64Array {
  const k = places.length
  const half = new Float64Array(k).fill(Infinity)
  for (let a = 0; a < k; a++)
    for (let b = 0; b < a; b++) {
      const gap = Math.sqrt(squared(places[a], 0, places[b])) / 2
      if (gap < half[a]) half[a] = gap
      if (gap < half[b]) half[b] = gap
    }
  return half
}

function fillEmpty(state: State): void {
  const { ground, k, places, labels, upper, lower, sizes } = state
  const { x } = ground
  for (let cluster = 0; cluster < k; cluster++) {
    if (sizes[cluster] > 0) continue
    let [farthest, most] = [-1, 0]
    for (let row = 0; row < x.rows; row++) {
      if (sizes[labels[row]] < 2) continue
      const own = squared(x.values, row * x.columns, places[labels[row]])
      if (own > most) [farthest, most] = [row, own]
    }
    // Every row lies on its centre: there are fewer different rows than clusters.
    if (farthest < 0) return
    moveRow(state, farthest, cluster)
    upper[farthest] = Infinity
    lower[farthest] = -Infinity
  }
}

/** @returns the sum of the squared shifts */
function moveCentres({ places, sums, sizes, shifts, width }: State, changed: number): number {
  if (changed === 0) return 0
  let total = 0
  places.forEach((centre, cluster) => {
    if (sizes[cluster] === 0) return
    let sum = 0
    for (let i = 0; i < centre.length; i++) {
      const value = sums[cluster * width + i] / sizes[cluster]
      sum += (value - centre[i]) ** 2
      centre[i] = value
    }
    total += sum
    shifts[cluster] = Math.sqrt(sum) * margin
  })
  return total
}

function inertiaOf({ ground }: State): number {
  const { workspace, x, stride, at } = ground
  return workspace.kernel.inertia(at.x, x.rows, stride, at.centres, at.labels)
}
