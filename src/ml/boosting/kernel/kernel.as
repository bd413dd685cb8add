// The inner loops of boosting in AssemblyScript (webassembly with SIMD); `node scripts/kernels.mjs` compiles it into
// kernelBytes.ts. All memory is the caller's: arguments are byte addresses. A histogram has 16 bytes a bin: its sum of
// gradients, and its packed sum of hessians and rows (see histogram.ts).

/** Gradient and packed hessian of each row of a node, in its order. */
export function gather(rows: usize, count: i32, gradient: usize, packed: usize, pairs: usize): void {
  for (let i = 0; i < count; i++) {
    const row = <usize>load<u32>(rows + (<usize>i << 2))
    const at = pairs + (<usize>i << 4)
    store<f64>(at, <f64>load<f32>(gradient + (row << 2)))
    store<f64>(at, packed == 0 ? 1.0 : load<f64>(packed + (row << 3)), 8)
  }
}

@inline
function add(at: usize, pair: v128): void {
  v128.store(at, f64x2.add(v128.load(at), pair))
}

/**
 * Adds the pairs of the rows to the histogram, four features that lie together at a time. Bins are stored by fours of
 * features: of each row the bins of the first four, then of each row those of the next. `stride` is the bytes of such a
 * block; `offsets` are bytes, `features` numbers in ascending order.
 */
export function fill(
  rows: usize,
  count: i32,
  pairs: usize,
  bins: usize,
  stride: usize,
  features: usize,
  featureCount: i32,
  offsets: usize,
  histogram: usize,
): void {
  const end = rows + (<usize>count << 2)
  let f = 0
  while (f < featureCount) {
    const feature = <usize>load<u32>(features + (<usize>f << 2))
    const block = bins + (feature >> 2) * stride
    const isWhole =
      (feature & 3) == 0 &&
      f + 3 < featureCount &&
      <usize>load<u32>(features + (<usize>f << 2), 12) == feature + 3
    let pairAt = pairs
    if (isWhole) {
      const h0 = histogram + <usize>load<u32>(offsets + (feature << 2))
      const h1 = histogram + <usize>load<u32>(offsets + (feature << 2), 4)
      const h2 = histogram + <usize>load<u32>(offsets + (feature << 2), 8)
      const h3 = histogram + <usize>load<u32>(offsets + (feature << 2), 12)
      for (let at = rows; at < end; at += 4) {
        const four = load<u32>(block + (<usize>load<u32>(at) << 2))
        const pair = v128.load(pairAt)
        pairAt += 16
        add(h0 + <usize>((four & 0xff) << 4), pair)
        add(h1 + <usize>((four >> 4) & 0xff0), pair)
        add(h2 + <usize>((four >> 12) & 0xff0), pair)
        add(h3 + <usize>((four >> 20) & 0xff0), pair)
      }
      f += 4
    } else {
      const column = block + (feature & 3)
      const start = histogram + <usize>load<u32>(offsets + (feature << 2))
      for (let at = rows; at < end; at += 4) {
        add(start + (<usize>load<u8>(column + (<usize>load<u32>(at) << 2)) << 4), v128.load(pairAt))
        pairAt += 16
      }
      f++
    }
  }
}

/** What is left of a parent without one child, in the parent's place. */
export function subtract(parent: usize, child: usize, bytes: i32): void {
  for (let i: usize = 0; i < <usize>bytes; i += 16)
    v128.store(parent + i, f64x2.sub(v128.load(parent + i), v128.load(child + i)))
}

/** Brings the rows that go left before the others, both in their order; `column` is that of the first row, see fill. Both places are written and one moves on. */
export function partition(rows: usize, count: i32, column: usize, sides: usize, scratch: usize): i32 {
  let left = rows
  let right = scratch
  for (let i = 0; i < count; i++) {
    const row = load<u32>(rows + (<usize>i << 2))
    const goesLeft = <usize>load<u8>(sides + <usize>load<u8>(column + (<usize>row << 2))) << 2
    store<u32>(right, row)
    store<u32>(left, row)
    left += goesLeft
    right += 4 - goesLeft
  }
  memory.copy(left, scratch, right - scratch)
  return <i32>((left - rows) >> 2)
}

/**
 * The best question about a number at its bins; the rules are those of bestNumberSplit in splits.ts.
 * `result` gets gain, bin, rows, gradient and hessian of the left side, and 1 where missing values go left.
 * Returns 1 where a question gains more than `least`.
 */
export function split(
  histogram: usize,
  bins: i32,
  hasMissing: i32,
  constantHessian: i32,
  unit: f64,
  rows: f64,
  gradients: f64,
  hessians: f64,
  value: f64,
  lower: f64,
  upper: f64,
  minimum: f64,
  l2: f64,
  direction: f64,
  least: f64,
  result: usize,
): i32 {
  const own = gradients * value
  const perUnit = 1.0 / unit
  const damping = f64x2.splat(1e-15)
  const ridge = f64x2.splat(l2)
  const low = f64x2.splat(lower)
  const high = f64x2.splat(upper)
  // Without bounds a gain is G²/H of either side, which can be compared without dividing: only what may be best is divided.
  const free = direction == 0 && lower == -Infinity && upper == Infinity
  const slack = 1 - 1e-9
  let best = least
  let found = 0
  for (let pass = 0; pass <= hasMissing; pass++) {
    const steps = pass ? bins - 1 : bins - 1 + hasMissing
    let gradient: f64 = 0
    let hessian: f64 = 0
    let count: f64 = 0
    for (let step = 0; step < steps; step++) {
      const goal = (best - own) * slack
      if (free && !pass && goal > 0 && step + 1 < steps) {
        // Two bins at once: mostly neither can be the best, and their sums are all that is needed of them.
        const first = v128.load(histogram + (<usize>step << 4))
        const second = v128.load(histogram + (<usize>step << 4), 16)
        const packed = v128.shuffle<f64>(first, second, 1, 3)
        const isEmpty = f64x2.eq(packed, f64x2.splat(0))
        const slopes = v128.andnot(v128.shuffle<f64>(first, second, 0, 2), isEmpty)
        const counts = f64x2.floor(f64x2.mul(packed, f64x2.splat(perUnit)))
        const bends = constantHessian ? packed : f64x2.sub(packed, f64x2.mul(counts, f64x2.splat(unit)))
        const gradient0 = gradient + f64x2.extract_lane(slopes, 0)
        const hessian0 = hessian + f64x2.extract_lane(bends, 0)
        const gradient1 = gradient0 + f64x2.extract_lane(slopes, 1)
        const hessian1 = hessian0 + f64x2.extract_lane(bends, 1)
        const near = f64x2.replace_lane(f64x2.splat(gradient0), 1, gradient1)
        const weight = f64x2.replace_lane(f64x2.splat(hessian0), 1, hessian1)
        const far = f64x2.sub(f64x2.splat(gradients), near)
        const farWeight = f64x2.add(f64x2.sub(f64x2.splat(hessians), weight), ridge)
        const nearWeight = f64x2.add(weight, ridge)
        const made = f64x2.add(
          f64x2.mul(f64x2.mul(near, near), farWeight),
          f64x2.mul(f64x2.mul(far, far), nearWeight),
        )
        const needed = f64x2.mul(f64x2.mul(f64x2.splat(goal), nearWeight), farWeight)
        if (!v128.any_true(f64x2.ge(made, needed))) {
          count += f64x2.extract_lane(counts, 0) + f64x2.extract_lane(counts, 1)
          gradient = gradient1
          hessian = hessian1
          step++
          continue
        }
      }
      const bin = pass ? bins - 1 - step : step
      const at = histogram + (<usize>bin << 4)
      const sum = load<f64>(at, 8)
      if (sum == 0) continue
      const inBin = Math.floor(sum * perUnit)
      count += inBin
      hessian += constantHessian ? sum : sum - inBin * unit
      gradient += load<f64>(at)
      if (count < minimum) continue
      if (rows - count < minimum) break
      if (hessian < 1e-3) continue
      const otherHessian = hessians - hessian
      if (otherHessian < 1e-3) break
      const other = gradients - gradient
      const nearWeight = hessian + l2
      const farWeight = otherHessian + l2
      if (
        free &&
        goal > 0 &&
        gradient * gradient * farWeight + other * other * nearWeight < goal * nearWeight * farWeight
      )
        continue
      const sums = f64x2.replace_lane(f64x2.splat(gradient), 1, other)
      const weights = f64x2.replace_lane(f64x2.splat(hessian), 1, otherHessian)
      const steps2 = f64x2.div(f64x2.neg(sums), f64x2.add(f64x2.add(weights, ridge), damping))
      const values = f64x2.pmin(high, f64x2.pmax(low, steps2))
      const near = f64x2.extract_lane(values, 0)
      const far = f64x2.extract_lane(values, 1)
      if (direction != 0 && (pass ? near - far : far - near) * direction < 0) continue
      const gain = own - near * gradient - far * other
      if (gain <= best) continue
      best = gain
      found = 1
      store<f64>(result, gain)
      store<f64>(result, <f64>(pass ? bin - 1 : bin), 8)
      store<f64>(result, pass ? rows - count : count, 16)
      store<f64>(result, pass ? other : gradient, 24)
      store<f64>(result, pass ? otherHessian : hessian, 32)
      store<f64>(result, <f64>pass, 40)
    }
  }
  return found
}

/**
 * The best question about any of some features that are numbers, the first of equally good ones. `bins` has the number of
 * bins of each feature, and from bit 16 on whether it has missing values; `directions` are doubles. Returns the feature,
 * -1 for none; `result` as of split.
 */
export function splitAny(
  features: usize,
  featureCount: i32,
  offsets: usize,
  bins: usize,
  directions: usize,
  histogram: usize,
  constantHessian: i32,
  unit: f64,
  rows: f64,
  gradients: f64,
  hessians: f64,
  value: f64,
  lower: f64,
  upper: f64,
  minimum: f64,
  l2: f64,
  result: usize,
): i32 {
  let best: f64 = 0
  let found = -1
  for (let f = 0; f < featureCount; f++) {
    const feature = load<u32>(features + (<usize>f << 2))
    const shape = load<u32>(bins + (<usize>feature << 2))
    const isBetter = split(
      histogram + <usize>load<u32>(offsets + (<usize>feature << 2)),
      <i32>(shape & 0xffff),
      <i32>(shape >> 16),
      constantHessian,
      unit,
      rows,
      gradients,
      hessians,
      value,
      lower,
      upper,
      minimum,
      l2,
      load<f64>(directions + (<usize>feature << 3)),
      best,
      result,
    )
    if (!isBetter) continue
    best = load<f64>(result)
    found = <i32>feature
  }
  return found
}

/** The child that a row goes to; a leaf is its own child. Missing values are NaN. */
@inline
function next(node: usize, row: usize): usize {
  const own = load<f64>(row + <usize>load<u32>(node, 16))
  const goesLeft = <u32>(own <= load<f64>(node)) | (<u32>(own != own) & load<u32>(node, 20))
  return <usize>select<u32>(load<u32>(node, 8), load<u32>(node, 12), goesLeft)
}

@inline
function addTo(score: usize, node: usize): void {
  store<f64>(score, load<f64>(score) + load<f64>(node, 24))
}

/**
 * Adds the value of the leaf that each row falls into to its score. A node has 32 bytes: threshold, the addresses of its
 * children, the place of its feature in a row in bytes, 1 where missing values go left, and its value. Four rows go down
 * side by side, as a step of one waits for the step before; all go as many steps as the longest way has.
 */
export function descend(
  root: usize,
  steps: i32,
  row: usize,
  rowBytes: usize,
  count: i32,
  scores: usize,
  scoreBytes: usize,
): void {
  let left = count
  for (; left >= 4; left -= 4) {
    const row1 = row + rowBytes
    const row2 = row1 + rowBytes
    const row3 = row2 + rowBytes
    let node0 = root
    let node1 = root
    let node2 = root
    let node3 = root
    for (let step = 0; step < steps; step++) {
      node0 = next(node0, row)
      node1 = next(node1, row1)
      node2 = next(node2, row2)
      node3 = next(node3, row3)
    }
    addTo(scores, node0)
    addTo(scores + scoreBytes, node1)
    addTo(scores + 2 * scoreBytes, node2)
    addTo(scores + 3 * scoreBytes, node3)
    row = row3 + rowBytes
    scores += 4 * scoreBytes
  }
  for (; left > 0; left--) {
    let node = root
    for (let step = 0; step < steps; step++) node = next(node, row)
    addTo(scores, node)
    row += rowBytes
    scores += scoreBytes
  }
}

/** e^x for x up to 0, as fastExp.ts gives it bit for bit: the same operations in the same order. */
@inline
function exp(x: v128): v128 {
  const power = f64x2.pmax(x, f64x2.splat(-708))
  const k = f64x2.floor(f64x2.add(f64x2.mul(power, f64x2.splat(1.4426950408889634)), f64x2.splat(0.5)))
  const high = f64x2.sub(power, f64x2.mul(k, f64x2.splat(6.9314718036912381649e-1)))
  const r = f64x2.sub(high, f64x2.mul(k, f64x2.splat(1.90821492927058770002e-10)))
  const s = f64x2.mul(r, r)
  let even = f64x2.add(f64x2.splat(1.0 / 3628800), f64x2.div(s, f64x2.splat(479001600)))
  even = f64x2.add(f64x2.splat(1.0 / 40320), f64x2.mul(s, even))
  even = f64x2.add(f64x2.splat(1.0 / 720), f64x2.mul(s, even))
  even = f64x2.add(f64x2.splat(1.0 / 24), f64x2.mul(s, even))
  even = f64x2.add(f64x2.splat(1.0 / 2), f64x2.mul(s, even))
  even = f64x2.add(f64x2.splat(1), f64x2.mul(s, even))
  let odd = f64x2.add(f64x2.splat(1.0 / 39916800), f64x2.div(s, f64x2.splat(6227020800)))
  odd = f64x2.add(f64x2.splat(1.0 / 362880), f64x2.mul(s, odd))
  odd = f64x2.add(f64x2.splat(1.0 / 5040), f64x2.mul(s, odd))
  odd = f64x2.add(f64x2.splat(1.0 / 120), f64x2.mul(s, odd))
  odd = f64x2.add(f64x2.splat(1.0 / 6), f64x2.mul(s, odd))
  odd = f64x2.add(f64x2.splat(1), f64x2.mul(s, odd))
  const exponents = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(k))
  const powers = i64x2.shl(i64x2.add(exponents, i64x2.splat(1023)), 52)
  return f64x2.mul(f64x2.add(even, f64x2.mul(r, odd)), powers)
}

/**
 * Derivatives of the logistic loss of some rows, two at a time; the rules are those of `logistic` in losses.ts.
 * `sums` gets the linear part of the loss, then products whose logarithms are the rest. Returns how many products.
 */
export function logistic(
  rows: usize,
  count: i32,
  raw: usize,
  truth: usize,
  gradient: usize,
  hessian: usize,
  sums: usize,
): i32 {
  let linear: f64 = 0
  let product: f64 = 1
  let products = 0
  const one = f64x2.splat(1)
  for (let i = 0; i < count; i += 2) {
    const row0 = <usize>load<u32>(rows + (<usize>i << 2))
    const isPair = i + 1 < count
    const row1 = isPair ? <usize>load<u32>(rows + (<usize>i << 2), 4) : row0
    const score0 = load<f64>(raw + (row0 << 3))
    const score1 = load<f64>(raw + (row1 << 3))
    const truth0 = load<f64>(truth + (row0 << 3))
    const truth1 = load<f64>(truth + (row1 << 3))
    const score = f64x2.replace_lane(f64x2.splat(score0), 1, score1)
    const truths = f64x2.replace_lane(f64x2.splat(truth0), 1, truth1)
    const small = exp(f64x2.neg(f64x2.abs(score)))
    const factor = f64x2.add(one, small)
    const large = f64x2.div(one, factor)
    const share = f64x2.mul(small, large)
    const chance = v128.bitselect(large, share, f64x2.gt(score, f64x2.splat(0)))
    const slope = f32x4.demote_f64x2_zero(f64x2.sub(chance, truths))
    const bend = f32x4.demote_f64x2_zero(f64x2.mul(share, large))
    store<f32>(gradient + (row0 << 2), f32x4.extract_lane(slope, 0))
    store<f32>(hessian + (row0 << 2), f32x4.extract_lane(bend, 0))
    product *= f64x2.extract_lane(factor, 0)
    linear += (score0 > 0 ? score0 : 0) - truth0 * score0
    if (product > 1e250) {
      store<f64>(sums + (<usize>++products << 3), product)
      product = 1
    }
    if (!isPair) break
    store<f32>(gradient + (row1 << 2), f32x4.extract_lane(slope, 1))
    store<f32>(hessian + (row1 << 2), f32x4.extract_lane(bend, 1))
    product *= f64x2.extract_lane(factor, 1)
    linear += (score1 > 0 ? score1 : 0) - truth1 * score1
    if (product > 1e250) {
      store<f64>(sums + (<usize>++products << 3), product)
      product = 1
    }
  }
  store<f64>(sums, linear)
  store<f64>(sums + (<usize>++products << 3), product)
  return products
}

/** Sums of the gradients and of the hessians of some rows, in their order; without hessians the second stays 0. */
export function sum(rows: usize, count: i32, gradient: usize, hessian: usize, result: usize): void {
  let gradients: f64 = 0
  let hessians: f64 = 0
  const end = rows + (<usize>count << 2)
  for (let at = rows; at < end; at += 4) {
    const place = <usize>load<u32>(at) << 2
    gradients += <f64>load<f32>(gradient + place)
    if (hessian != 0) hessians += <f64>load<f32>(hessian + place)
  }
  store<f64>(result, gradients)
  store<f64>(result, hessians, 8)
}

/** Packs the hessians of some rows, see packHessians in histogram.ts. Returns the sum of what is packed beside the count. */
export function pack(rows: usize, count: i32, hessian: usize, packed: usize, unit: f64, rounder: f64): f64 {
  let hessians: f64 = 0
  const end = rows + (<usize>count << 2)
  for (let at = rows; at < end; at += 4) {
    const row = <usize>load<u32>(at)
    const own = unit + (<f64>load<f32>(hessian + (row << 2)) + rounder - rounder)
    store<f64>(packed + (row << 3), own)
    hessians += own - unit
  }
  return hessians
}
