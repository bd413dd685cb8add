// The inner loops of k-means in AssemblyScript (webassembly with SIMD); `node scripts/kernels.mjs` compiles it into
// kernelBytes.ts. All memory is the caller's: arguments are byte addresses. Rows and centres are `stride` bytes long, a
// multiple of 16, filled up with zeros.

@inline
function squared(row: usize, centre: usize, stride: usize): f64 {
  let sum = f64x2.splat(0)
  for (let at: usize = 0; at < stride; at += 16) {
    const difference = f64x2.sub(v128.load(row + at), v128.load(centre + at))
    sum = f64x2.add(sum, f64x2.mul(difference, difference))
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)
}

/** Squared distances to the nearest of the centres so far (`near`) and one more. Returns their sum. */
export function approach(x: usize, rows: i32, stride: usize, centre: usize, near: usize, into: usize): f64 {
  let total: f64 = 0
  for (let row = 0; row < rows; row++) {
    const at = <usize>row << 3
    const most = load<f64>(near + at)
    const sum = squared(x + <usize>row * stride, centre, stride)
    const least = sum < most ? sum : most
    store<f64>(into + at, least)
    total += least
  }
  return total
}

/** Both lanes of a sum. */
@inline
function both(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)
}

/** Numbers of a row that are added to the sums of a centre, or taken away. */
@inline
function move(row: usize, sums: usize, stride: usize, isAway: bool): void {
  for (let at: usize = 0; at < stride; at += 16) {
    const sum = v128.load(sums + at)
    const own = v128.load(row + at)
    v128.store(sums + at, isAway ? f64x2.sub(sum, own) : f64x2.add(sum, own))
  }
}

/**
 * Widens the bounds of each row by what the centres moved, and finds the nearest centre of those whose bounds then meet;
 * the rules are those of lloyd.ts. Of rows that change their centre the numbers are moved between `sums`, and between
 * `sizes` they are counted. Returns how many did.
 */
export function assign(
  x: usize,
  rows: i32,
  stride: usize,
  centres: usize,
  k: i32,
  half: usize,
  shifts: usize,
  most: f64,
  margin: f64,
  labels: usize,
  upper: usize,
  lower: usize,
  sums: usize,
  sizes: usize,
): i32 {
  let count = 0
  const end = centres + <usize>k * stride
  for (let row = 0; row < rows; row++) {
    const place = <usize>row << 3
    const own = load<i32>(labels + (<usize>row << 2))
    const at = x + <usize>row * stride
    if (own >= 0) {
      const ownPlace = <usize>own << 3
      const low = load<f64>(lower + place) - most
      store<f64>(lower + place, low)
      let high = load<f64>(upper + place) + load<f64>(shifts + ownPlace)
      const bound = max(load<f64>(half + ownPlace), low)
      // All of few centres are measured as quickly as the own one first.
      if (k > 4 && !(high * margin < bound)) high = sqrt(squared(at, centres + <usize>own * stride, stride))
      store<f64>(upper + place, high)
      if (high * margin < bound) continue
    }
    let least: f64 = Infinity
    let next: f64 = Infinity
    let best = 0
    let cluster = 0
    let centre = centres
    for (; centre + 3 * stride <= end; centre += 3 * stride, cluster += 3) {
      let sum0 = f64x2.splat(0)
      let sum1 = f64x2.splat(0)
      let sum2 = f64x2.splat(0)
      const second = centre + stride
      const third = second + stride
      for (let i: usize = 0; i < stride; i += 16) {
        const value = v128.load(at + i)
        const d0 = f64x2.sub(value, v128.load(centre + i))
        const d1 = f64x2.sub(value, v128.load(second + i))
        const d2 = f64x2.sub(value, v128.load(third + i))
        sum0 = f64x2.add(sum0, f64x2.mul(d0, d0))
        sum1 = f64x2.add(sum1, f64x2.mul(d1, d1))
        sum2 = f64x2.add(sum2, f64x2.mul(d2, d2))
      }
      for (let i = 0; i < 3; i++) {
        const distance = i == 0 ? both(sum0) : i == 1 ? both(sum1) : both(sum2)
        const isNearer = distance < least
        next = isNearer ? least : min(next, distance)
        best = isNearer ? cluster + i : best
        least = isNearer ? distance : least
      }
    }
    for (; centre < end; centre += stride, cluster++) {
      const distance = squared(at, centre, stride)
      if (distance < least) {
        next = least
        least = distance
        best = cluster
      } else if (distance < next) next = distance
    }
    store<f64>(upper + place, sqrt(least))
    store<f64>(lower + place, sqrt(next))
    if (best == own) continue
    count++
    store<i32>(labels + (<usize>row << 2), best)
    const bestSize = sizes + (<usize>best << 2)
    store<i32>(bestSize, load<i32>(bestSize) + 1)
    move(at, sums + <usize>best * stride, stride, false)
    if (own < 0) continue
    const ownSize = sizes + (<usize>own << 2)
    store<i32>(ownSize, load<i32>(ownSize) - 1)
    move(at, sums + <usize>own * stride, stride, true)
  }
  return count
}

/** Squared distance from row to centre, number by number. */
@inline
function inTurn(row: usize, centre: usize, from: f64, at: usize): f64 {
  const difference = load<f64>(row + at) - load<f64>(centre + at)
  return from + difference * difference
}

/** Sum of the squared distances of rows to their centres, four rows side by side, each summed up number by number. */
export function inertia(x: usize, rows: i32, stride: usize, centres: usize, labels: usize): f64 {
  let total: f64 = 0
  let row = 0
  for (; row + 4 <= rows; row += 4) {
    const own = labels + (<usize>row << 2)
    const r0 = x + <usize>row * stride
    const r1 = r0 + stride
    const r2 = r1 + stride
    const r3 = r2 + stride
    const c0 = centres + <usize>load<i32>(own) * stride
    const c1 = centres + <usize>load<i32>(own, 4) * stride
    const c2 = centres + <usize>load<i32>(own, 8) * stride
    const c3 = centres + <usize>load<i32>(own, 12) * stride
    let s0: f64 = 0
    let s1: f64 = 0
    let s2: f64 = 0
    let s3: f64 = 0
    for (let at: usize = 0; at < stride; at += 8) {
      s0 = inTurn(r0, c0, s0, at)
      s1 = inTurn(r1, c1, s1, at)
      s2 = inTurn(r2, c2, s2, at)
      s3 = inTurn(r3, c3, s3, at)
    }
    total += s0
    total += s1
    total += s2
    total += s3
  }
  for (; row < rows; row++) {
    const centre = centres + <usize>load<i32>(labels + (<usize>row << 2)) * stride
    let sum: f64 = 0
    for (let at: usize = 0; at < stride; at += 8) sum = inTurn(x + <usize>row * stride, centre, sum, at)
    total += sum
  }
  return total
}
