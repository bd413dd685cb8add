import type { Merges } from './linkage'

/** How many clusters are left when only merges below a height are made, as scikit-learn's `distance_threshold`. */
export function clustersBelow({ heights }: Merges, threshold: number): number {
  return heights.reduce((count, height) => count + (height >= threshold ? 1 : 0), 1)
}

/** The cluster of each row when so many are left, in the order in which their first rows come. */
export function cutTree({ pairs, heights }: Merges, clusters: number): Int32Array {
  const n = heights.length + 1
  const made = n - clusters
  const top = Int32Array.from({ length: n + made }, (_, i) => i)
  for (let i = made - 1; i >= 0; i--) {
    top[pairs[2 * i]] = top[n + i]
    top[pairs[2 * i + 1]] = top[n + i]
  }
  const names = new Map<number, number>()
  return Int32Array.from({ length: n }, (_, row) => {
    const name = names.get(top[row]) ?? names.size
    names.set(top[row], name)
    return name
  })
}

/** One place of a drawn dendrogram: a merge, or what hangs below the drawing. */
export interface Branch {
  height: number
  rows: number
  /** Both null below the drawing. */
  left: number | null
  right: number | null
  /** The cluster that all its rows are in; null where it joins several. */
  cluster: number | null
}

export interface Dendrogram {
  /** The last is the root. */
  branches: Branch[]
  /** Where the tree was cut. */
  cut: number
}

/** The top of the tree, down to so many leaves. @param labels cluster of each row */
export function dendrogramOf(merges: Merges, labels: Int32Array, most: number, cut: number): Dendrogram {
  const { pairs, heights } = merges
  const n = labels.length
  const drawn = Math.max(0, heights.length - (most - 1))
  const rowOf = firstRows(merges)
  const sizes = sizesOf(merges)
  const places = new Map<number, number>()
  const branches: Branch[] = []
  const clusters = labels.reduce((largest, label) => Math.max(largest, label), 0) + 1
  const below = n - clusters
  const place = (cluster: number): number => {
    const kept = places.get(cluster)
    if (kept !== undefined) return kept
    const leaf = { height: cluster < n ? 0 : heights[cluster - n], rows: sizes[cluster] }
    const own = cluster - n < below ? labels[rowOf[cluster]] : null
    return branches.push({ ...leaf, left: null, right: null, cluster: own }) - 1
  }
  for (let i = drawn; i < heights.length; i++) {
    const [left, right] = [place(pairs[2 * i]), place(pairs[2 * i + 1])]
    const cluster = i < below ? labels[rowOf[n + i]] : null
    branches.push({ height: heights[i], rows: sizes[n + i], left, right, cluster })
    places.set(n + i, branches.length - 1)
  }
  if (branches.length === 0) place(n - 1)
  return { branches, cut }
}

function sizesOf({ pairs, heights }: Merges): Int32Array {
  const n = heights.length + 1
  const sizes = new Int32Array(2 * n - 1).fill(1)
  for (let i = 0; i < heights.length; i++) sizes[n + i] = sizes[pairs[2 * i]] + sizes[pairs[2 * i + 1]]
  return sizes
}

/** A row of each cluster. */
function firstRows({ pairs, heights }: Merges): Int32Array {
  const n = heights.length + 1
  const rows = Int32Array.from({ length: 2 * n - 1 }, (_, i) => i)
  for (let i = 0; i < heights.length; i++) rows[n + i] = rows[pairs[2 * i]]
  return rows
}
