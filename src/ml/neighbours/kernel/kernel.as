// Looking up one query in a tree of turned rows (rotatedTree.ts), in AssemblyScript (webassembly with SIMD);
// `node scripts/kernels.mjs` compiles it into kernelBytes.ts. All memory is the caller's. `tree` is the address of whole
// numbers of four bytes: the width of a row; that width filled up to a multiple of four; the first leaf; then addresses:
// of the low and the high corners of boxes, the leaves, where leaves start, the row of each place, the rows as they were
// given, and room for the nodes that wait; last the bytes of a leaf. A leaf holds rows in fours, column by column.

/** Squared distance to the nearest place of a node's box. */
@inline
function toBox(low: usize, high: usize, bytes: usize, turned: usize): f32 {
  const none = f32x4.splat(0)
  let sum = none
  for (let at: usize = 0; at < bytes; at += 16) {
    const value = v128.load(turned + at)
    const below = f32x4.sub(v128.load(low + at), value)
    const above = f32x4.sub(value, v128.load(high + at))
    const outside = f32x4.pmax(none, f32x4.pmax(below, above))
    sum = f32x4.add(sum, f32x4.mul(outside, outside))
  }
  return (
    f32x4.extract_lane(sum, 0) +
    f32x4.extract_lane(sum, 1) +
    (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  )
}

@inline
function addSquare(sum: v128, row: usize, value: usize): v128 {
  const difference = f32x4.sub(v128.load(row), v128.load32_splat(value))
  return f32x4.add(sum, f32x4.mul(difference, difference))
}

/** Column by column, so that the sum is the same wherever it is made. */
@inline
function squared(given: usize, asked: usize, width: u32): f64 {
  let sum: f64 = 0
  for (let i: usize = 0; i < <usize>width << 3; i += 8) {
    const difference = load<f64>(given + i) - load<f64>(asked + i)
    sum += difference * difference
  }
  return sum
}

/** Puts a row into a list that is in order, the nearest first, of equally near ones the one that comes first. */
function offer(distances: usize, places: usize, k: i32, distance: f64, row: i32): void {
  let at = k - 1
  const last = load<f64>(distances + (<usize>at << 3))
  if (!(distance < last || (distance == last && row < load<i32>(places + (<usize>at << 2))))) return
  for (; at > 0; at--) {
    const before = load<f64>(distances + (<usize>(at - 1) << 3))
    const rowBefore = load<i32>(places + (<usize>(at - 1) << 2))
    if (before < distance || (before == distance && rowBefore <= row)) break
    store<f64>(distances + (<usize>at << 3), before)
    store<i32>(places + (<usize>at << 2), rowBefore)
  }
  store<f64>(distances + (<usize>at << 3), distance)
  store<i32>(places + (<usize>at << 2), row)
}

/**
 * Fills the list of a query: `turned` are its numbers in float32 as those of the leaves, `asked` as they were given. A
 * turned row counts as too far away where its distance is more than `scale` times that of the last of the list, and
 * `slack`.
 */
export function find(
  tree: usize,
  turned: usize,
  asked: usize,
  without: i32,
  scale: f64,
  slack: f64,
  k: i32,
  distances: usize,
  places: usize,
): void {
  const width = load<u32>(tree)
  const filled = load<u32>(tree, 4)
  const firstLeaf = load<i32>(tree, 8)
  const low = <usize>load<u32>(tree, 12)
  const high = <usize>load<u32>(tree, 16)
  const leaves = <usize>load<u32>(tree, 20)
  const starts = <usize>load<u32>(tree, 24)
  const rows = <usize>load<u32>(tree, 28)
  const given = <usize>load<u32>(tree, 32)
  const waiting = <usize>load<u32>(tree, 36)
  const leafBytes = load<u32>(tree, 40)
  const boxBytes = <usize>filled << 2
  const groupBytes = <usize>filled << 4
  let limit: f32 = Infinity
  store<i32>(waiting, 0)
  store<f32>(waiting, 0, 4)
  let open = 1
  while (open > 0) {
    open--
    const entry = waiting + (<usize>open << 3)
    if (load<f32>(entry, 4) > limit) continue
    const node = load<i32>(entry)
    if (node < firstLeaf) {
      const left = 2 * node + 1
      const box = <usize>left * boxBytes
      const toLeft = toBox(low + box, high + box, boxBytes, turned)
      const toRight = toBox(low + box + boxBytes, high + box + boxBytes, boxBytes, turned)
      const isLeftFirst = toLeft <= toRight
      store<i32>(entry, isLeftFirst ? left + 1 : left)
      store<f32>(entry, isLeftFirst ? toRight : toLeft, 4)
      store<i32>(entry, isLeftFirst ? left : left + 1, 8)
      store<f32>(entry, isLeftFirst ? toLeft : toRight, 12)
      open += 2
      continue
    }
    const leaf = leaves + <usize>(node - firstLeaf) * leafBytes
    let place = load<i32>(starts + (<usize>node << 2))
    for (let group = leaf; group < leaf + leafBytes; group += groupBytes, place += 4) {
      let sum = f32x4.splat(0)
      let near = 0
      let row = group
      let value = turned
      do {
        sum = addSquare(sum, row, value)
        sum = addSquare(sum, row + 16, value + 4)
        sum = addSquare(sum, row + 32, value + 8)
        sum = addSquare(sum, row + 48, value + 12)
        row += 64
        value += 16
        near = i32x4.bitmask(f32x4.le(sum, f32x4.splat(limit)))
      } while (near != 0 && row < group + groupBytes)
      while (near != 0) {
        const lane = ctz(near)
        near &= near - 1
        const own = load<i32>(rows + (<usize>(place + lane) << 2))
        if (own == without) continue
        const distance = squared(given + <usize>own * (<usize>width << 3), asked, width)
        offer(distances, places, k, distance, own)
        const farthest = sqrt(load<f64>(distances + (<usize>(k - 1) << 3))) * scale + slack
        limit = <f32>(farthest * farthest * (1 + 1e-6))
      }
    }
  }
}
