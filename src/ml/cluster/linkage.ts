import type { Matrix } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { unitRows } from '../neighbours/metricSearch'

export type Linkage = 'ward' | 'complete' | 'average' | 'single'
export type LinkageMetric = 'euclidean' | 'manhattan' | 'cosine'

/** Merges in the order of their heights. Rows are clusters 0 to n − 1; merge i makes cluster n + i. */
export type Merges = {
  /** Two clusters for each merge. */
  pairs: Int32Array
  heights: Float64Array
}

/** Distances of all pairs, j > i, row by row: the pair (i, j) lies at `start[i] + j`. */
interface Pairs {
  values: Float64Array
  start: Int32Array
}

/** Distances between two breaths. */
const work = 1e6

/**
 * Joins the two nearest clusters until one is left, by the nearest-neighbour chain (Murtagh 1983, Müllner 2011): follows
 * nearest neighbours until two are each other's. O(n²) steps; needs n·(n − 1)/2 distances of 8 bytes. Heights are those
 * of SciPy's `linkage`.
 */
export async function linkRows(
  x: Matrix,
  { linkage, metric }: { linkage: Linkage; metric: LinkageMetric },
  pulse: Pulse,
): Promise<Merges> {
  const pairs = await pairDistances(x, linkage === 'ward' ? 'euclidean' : metric, pulse)
  const n = x.rows
  const sizes = new Int32Array(n).fill(1)
  const chain: number[] = []
  const merges: Merge[] = []
  const every = Math.max(1, Math.floor(work / n))
  for (let step = 0; merges.length < n - 1; step++) {
    if (chain.length === 0) chain.push(sizes.findIndex((size) => size > 0))
    const last = chain[chain.length - 1]
    const before = chain.length > 1 ? chain[chain.length - 2] : -1
    const { nearest, distance } = nearestTo(pairs, sizes, last, before)
    if (nearest !== before) chain.push(nearest)
    else {
      chain.length -= 2
      merges.push({ a: Math.min(last, before), b: Math.max(last, before), height: distance })
      join(pairs, sizes, { from: last, into: before, distance }, linkage)
    }
    if (step % every === every - 1) {
      pulse.progress({ share: 0.5 + merges.length / n / 2, message: `${merges.length} of ${n} rows joined` })
      await pulse.breathe()
    }
  }
  return numbered(merges, n)
}

interface Merge {
  a: number
  b: number
  height: number
}

async function pairDistances(x: Matrix, metric: LinkageMetric, pulse: Pulse): Promise<Pairs> {
  const { rows: n, columns } = x
  const values = metric === 'cosine' ? unitRows({ values: x.values, width: columns }) : x.values
  const found = new Float64Array((n * (n - 1)) / 2)
  const start = new Int32Array(n)
  for (let i = 0, at = 0, since = 0; i < n; i++) {
    start[i] = at - i - 1
    for (let j = i + 1; j < n; j++) found[at++] = apart(values, i * columns, j * columns, { columns, metric })
    since += (n - i) * columns
    if (since < work) continue
    since = 0
    pulse.progress({ share: at / found.length / 2, message: `Distances of row ${i + 1} of ${n}` })
    await pulse.breathe()
  }
  return { values: found, start }
}

function apart(
  values: Float64Array,
  a: number,
  b: number,
  { columns, metric }: { columns: number; metric: LinkageMetric },
): number {
  let sum = 0
  if (metric === 'euclidean') {
    for (let i = 0; i < columns; i++) sum += (values[a + i] - values[b + i]) * (values[a + i] - values[b + i])
    return Math.sqrt(sum)
  }
  if (metric === 'manhattan') {
    for (let i = 0; i < columns; i++) sum += Math.abs(values[a + i] - values[b + i])
    return sum
  }
  for (let i = 0; i < columns; i++) sum += values[a + i] * values[b + i]
  return Math.max(0, 1 - sum)
}

/** The nearest cluster that is left; of equally near ones the one that is in the chain, so that chains end. */
function nearestTo({ values, start }: Pairs, sizes: Int32Array, last: number, before: number) {
  const between = (other: number) => values[other < last ? start[other] + last : start[last] + other]
  let nearest = before
  let distance = before < 0 ? Infinity : between(before)
  for (let other = 0; other < sizes.length; other++) {
    if (sizes[other] === 0 || other === last) continue
    const found = other < last ? values[start[other] + last] : values[start[last] + other]
    if (found < distance || nearest < 0) {
      distance = found
      nearest = other
    }
  }
  return { nearest, distance }
}

interface Joining {
  from: number
  into: number
  distance: number
}

/** Distances to a joined cluster from those to its halves (Lance and Williams 1967). */
function join(
  { values, start }: Pairs,
  sizes: Int32Array,
  { from, into, distance }: Joining,
  linkage: Linkage,
): void {
  const place = (a: number, b: number) => (a < b ? start[a] + b : start[b] + a)
  const halves = { a: sizes[from], b: sizes[into], apart: distance }
  for (let other = 0; other < sizes.length; other++) {
    if (sizes[other] === 0 || other === from || other === into) continue
    const at = place(into, other)
    values[at] = combined(values[place(from, other)], values[at], { ...halves, other: sizes[other] }, linkage)
  }
  sizes[into] += sizes[from]
  sizes[from] = 0
}

interface Halves {
  a: number
  b: number
  apart: number
  other: number
}

function combined(toA: number, toB: number, { a, b, apart, other }: Halves, linkage: Linkage): number {
  if (linkage === 'single') return Math.min(toA, toB)
  if (linkage === 'complete') return Math.max(toA, toB)
  if (linkage === 'average') return (a * toA + b * toB) / (a + b)
  const total = a + b + other
  const squared = ((a + other) * toA * toA + (b + other) * toB * toB - other * apart * apart) / total
  return Math.sqrt(Math.max(0, squared))
}

/** Merges sorted by height, with each cluster numbered by the merge that made it. */
function numbered(merges: Merge[], n: number): Merges {
  merges.sort((a, b) => a.height - b.height)
  const parent = Int32Array.from({ length: 2 * n - 1 }, (_, i) => i)
  const rootOf = (row: number) => {
    let root = row
    while (parent[root] !== root) root = parent[root]
    for (let at = row; parent[at] !== root;) [at, parent[at]] = [parent[at], root]
    return root
  }
  const pairs = new Int32Array(2 * (n - 1))
  merges.forEach(({ a, b }, i) => {
    const both = [rootOf(a), rootOf(b)].sort((p, q) => p - q)
    pairs.set(both, 2 * i)
    for (const one of both) parent[one] = n + i
  })
  return { pairs, heights: Float64Array.from(merges, ({ height }) => height) }
}
