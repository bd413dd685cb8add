// The inner loops of a network in AssemblyScript (webassembly with SIMD); `node scripts/kernels.mjs` compiles it into
// kernelBytes.ts. All memory is the caller's: arguments are byte addresses, matrices lie row by row in float32. Every sum
// is taken in one order, first to last, in float32 without fused steps: the same bits on every machine.

@inline
function tile(a: usize, rowStep: usize, step: usize, b: usize, width: usize, start: v128, start2: v128, c: usize, k: i32): void {
  const a1 = a + rowStep
  const a2 = a1 + rowStep
  const a3 = a2 + rowStep
  let s0 = start
  let s1 = start
  let s2 = start
  let s3 = start
  let t0 = start2
  let t1 = start2
  let t2 = start2
  let t3 = start2
  let at: usize = 0
  for (let p = 0; p < k; p++) {
    const left = v128.load(b)
    const right = v128.load(b, 16)
    const x0 = v128.load32_splat(a + at)
    const x1 = v128.load32_splat(a1 + at)
    const x2 = v128.load32_splat(a2 + at)
    const x3 = v128.load32_splat(a3 + at)
    s0 = f32x4.add(s0, f32x4.mul(x0, left))
    t0 = f32x4.add(t0, f32x4.mul(x0, right))
    s1 = f32x4.add(s1, f32x4.mul(x1, left))
    t1 = f32x4.add(t1, f32x4.mul(x1, right))
    s2 = f32x4.add(s2, f32x4.mul(x2, left))
    t2 = f32x4.add(t2, f32x4.mul(x2, right))
    s3 = f32x4.add(s3, f32x4.mul(x3, left))
    t3 = f32x4.add(t3, f32x4.mul(x3, right))
    b += width
    at += step
  }
  v128.store(c, s0)
  v128.store(c, t0, 16)
  v128.store(c + width, s1)
  v128.store(c + width, t1, 16)
  v128.store(c + 2 * width, s2)
  v128.store(c + 2 * width, t2, 16)
  v128.store(c + 3 * width, s3)
  v128.store(c + 3 * width, t3, 16)
}

@inline
function four(a: usize, step: usize, b: usize, width: usize, start: v128, c: usize, k: i32): void {
  let sum = start
  for (let p = 0; p < k; p++) {
    sum = f32x4.add(sum, f32x4.mul(v128.load32_splat(a), v128.load(b)))
    a += step
    b += width
  }
  v128.store(c, sum)
}

@inline
function one(a: usize, step: usize, b: usize, width: usize, start: f32, c: usize, k: i32): void {
  let sum = start
  for (let p = 0; p < k; p++) {
    sum += load<f32>(a) * load<f32>(b)
    a += step
    b += width
  }
  store<f32>(c, sum)
}

/** Four rows of one column: their sums do not wait for each other. */
@inline
function fourRows(a: usize, rowStep: usize, step: usize, b: usize, width: usize, start: f32, c: usize, k: i32): void {
  let s0 = start
  let s1 = start
  let s2 = start
  let s3 = start
  for (let p = 0; p < k; p++) {
    const value = load<f32>(b)
    s0 += load<f32>(a) * value
    s1 += load<f32>(a + rowStep) * value
    s2 += load<f32>(a + 2 * rowStep) * value
    s3 += load<f32>(a + 3 * rowStep) * value
    a += step
    b += width
  }
  store<f32>(c, s0)
  store<f32>(c + width, s1)
  store<f32>(c + 2 * width, s2)
  store<f32>(c + 3 * width, s3)
}

/**
 * c[i, j] = bias[j] + Σ a[i, p] · b[p, j] over p in its order. `rowStep` and `step` are the bytes from one i and from one p
 * to the next in `a`, so that a matrix is read turned round as well; `bias` 0 is none.
 */
export function product(
  a: usize,
  rowStep: usize,
  step: usize,
  b: usize,
  bias: usize,
  c: usize,
  m: i32,
  k: i32,
  n: i32,
): void {
  const width = <usize>n << 2
  let j = 0
  for (; j + 8 <= n; j += 8) {
    const column = <usize>j << 2
    const start = bias == 0 ? f32x4.splat(0) : v128.load(bias + column)
    const start2 = bias == 0 ? f32x4.splat(0) : v128.load(bias + column, 16)
    let i = 0
    for (; i + 4 <= m; i += 4)
      tile(a + <usize>i * rowStep, rowStep, step, b + column, width, start, start2, c + <usize>i * width + column, k)
    for (; i < m; i++) {
      four(a + <usize>i * rowStep, step, b + column, width, start, c + <usize>i * width + column, k)
      four(a + <usize>i * rowStep, step, b + column + 16, width, start2, c + <usize>i * width + column + 16, k)
    }
  }
  for (; j + 4 <= n; j += 4) {
    const column = <usize>j << 2
    const start = bias == 0 ? f32x4.splat(0) : v128.load(bias + column)
    for (let i = 0; i < m; i++)
      four(a + <usize>i * rowStep, step, b + column, width, start, c + <usize>i * width + column, k)
  }
  for (; j < n; j++) {
    const column = <usize>j << 2
    const start: f32 = bias == 0 ? 0 : load<f32>(bias + column)
    let i = 0
    for (; i + 4 <= m; i += 4)
      fourRows(a + <usize>i * rowStep, rowStep, step, b + column, width, start, c + <usize>i * width + column, k)
    for (; i < m; i++) one(a + <usize>i * rowStep, step, b + column, width, start, c + <usize>i * width + column, k)
  }
}

/** The m × n matrix turned round. */
export function turn(a: usize, m: i32, n: i32, out: usize): void {
  for (let i = 0; i < m; i++)
    for (let j = 0; j < n; j++)
      store<f32>(out + (<usize>(j * m + i) << 2), load<f32>(a + (<usize>(i * n + j) << 2)))
}

/** Sums of the columns of an m × n matrix. */
export function sums(a: usize, m: i32, n: i32, out: usize): void {
  for (let j = 0; j < n; j++) store<f32>(out + (<usize>j << 2), 0)
  for (let i = 0; i < m; i++) {
    const row = a + (<usize>(i * n) << 2)
    for (let j = 0; j < n; j++) {
      const at = <usize>j << 2
      store<f32>(out + at, load<f32>(out + at) + load<f32>(row + at))
    }
  }
}

/** a · b, number by number; the buffers have room to the next multiple of four. */
export function times(a: usize, b: usize, out: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count << 2; i += 16)
    v128.store(out + i, f32x4.mul(v128.load(a + i), v128.load(b + i)))
}

/** e^−|x| by a polynomial of degree 5 after reduction by powers of two; within one unit of the last place. */
@inline
function expOfMinus(z: v128): v128 {
  const magic = f32x4.splat(12583039.0)
  let n = f32x4.add(magic, f32x4.mul(z, f32x4.splat(reinterpret<f32>(0xbfb8aa3b))))
  const s = i32x4.shl(n, 23)
  n = f32x4.sub(n, magic)
  let t = f32x4.add(z, f32x4.mul(n, f32x4.splat(reinterpret<f32>(0x3f317200))))
  t = f32x4.add(t, f32x4.mul(n, f32x4.splat(reinterpret<f32>(0x35bfbe8e))))
  let p = f32x4.add(f32x4.splat(reinterpret<f32>(0x3d2b9d0d)), f32x4.mul(t, f32x4.splat(reinterpret<f32>(0xbc07cfce))))
  p = f32x4.add(f32x4.splat(reinterpret<f32>(0xbe2aad40)), f32x4.mul(t, p))
  p = f32x4.add(f32x4.splat(reinterpret<f32>(0x3efffee3)), f32x4.mul(t, p))
  p = f32x4.add(f32x4.splat(reinterpret<f32>(0xbf7ffffb)), f32x4.mul(t, p))
  t = f32x4.mul(t, s)
  const e = f32x4.add(s, f32x4.mul(t, p))
  return v128.andnot(e, f32x4.gt(z, f32x4.splat(reinterpret<f32>(0x42aeac4f))))
}

@inline
function sigmoid(x: v128): v128 {
  const e = expOfMinus(f32x4.abs(x))
  const f = f32x4.div(e, f32x4.add(e, f32x4.splat(1)))
  return v128.bitselect(f, f32x4.sub(f32x4.splat(1), f), i32x4.shr_s(x, 31))
}

@inline
function activated(kind: i32, x: v128): v128 {
  const zero = f32x4.splat(0)
  const two = f32x4.splat(2)
  if (kind == 1) return f32x4.max(zero, x)
  if (kind == 2) return f32x4.sub(f32x4.mul(sigmoid(f32x4.mul(x, two)), two), f32x4.splat(1))
  if (kind == 3) return sigmoid(x)
  if (kind == 4) return v128.bitselect(x, f32x4.mul(x, f32x4.splat(0.01)), f32x4.gt(x, zero))
  const below = f32x4.sub(expOfMinus(f32x4.abs(x)), f32x4.splat(1))
  return v128.bitselect(x, below, f32x4.gt(x, zero))
}

/** From what the activation gave. */
@inline
function slopeOf(kind: i32, y: v128): v128 {
  const one = f32x4.splat(1)
  const above = f32x4.gt(y, f32x4.splat(0))
  if (kind == 1) return v128.and(one, above)
  if (kind == 2) return f32x4.sub(one, f32x4.mul(y, y))
  if (kind == 3) return f32x4.mul(y, f32x4.sub(one, y))
  if (kind == 4) return v128.bitselect(one, f32x4.splat(0.01), above)
  return v128.bitselect(one, f32x4.add(y, one), above)
}

/** In place: 1 ReLU, 2 tanh, 3 sigmoid, 4 leaky ReLU, 5 ELU. */
export function activate(kind: i32, at: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count << 2; i += 16) v128.store(at + i, activated(kind, v128.load(at + i)))
}

/** Slopes behind an activation, from those before it and from its outputs; in place of the former. */
export function descend(kind: i32, outputs: usize, delta: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count << 2; i += 16)
    v128.store(delta + i, f32x4.mul(v128.load(delta + i), slopeOf(kind, v128.load(outputs + i))))
}
