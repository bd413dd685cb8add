import { log } from './math'

/** One repeatable stream of chance. */
export interface Random {
  /** Uniform in [0, 1), a multiple of 2^-32. */
  next(): number
  /** Uniform whole number in [0, n). */
  integer(n: number): number
  /** Standard normal, by Marsaglia's polar method. */
  normal(): number
  /** Shuffles in place (Fisher–Yates from the end) and returns its argument. */
  shuffle<T extends Int32Array | unknown[]>(items: T): T
}

/**
 * sfc32 (Chris Doty-Humphrey, PractRand), seeded with one 32-bit number and 12 discarded draws. Small enough to be written
 * out in exported programs, so that they draw the same split.
 */
export function makeRandom(seed: number): Random {
  const state = new Int32Array([0, seed, seed >>> 16, 1])
  const draw = () => nextWord(state)
  for (let i = 0; i < 12; i++) draw()
  const next = () => draw() / 4294967296
  const integer = (n: number) => Math.floor(next() * n)
  return { next, integer, normal: polarNormal(next), shuffle: (items) => shuffle(items, integer) }
}

function nextWord(s: Int32Array): number {
  const t = (((s[0] + s[1]) | 0) + s[3]) | 0
  s[3] = (s[3] + 1) | 0
  s[0] = s[1] ^ (s[1] >>> 9)
  s[1] = (s[2] + (s[2] << 3)) | 0
  s[2] = (((s[2] << 21) | (s[2] >>> 11)) + t) | 0
  return t >>> 0
}

function shuffle<T extends Int32Array | unknown[]>(items: T, integer: (n: number) => number): T {
  for (let i = items.length - 1; i > 0; i--) {
    const j = integer(i + 1)
    const held = items[i]
    items[i] = items[j]
    items[j] = held
  }
  return items
}

function polarNormal(next: () => number): () => number {
  let spare: number | null = null
  return () => {
    if (spare !== null) {
      const value = spare
      spare = null
      return value
    }
    for (;;) {
      const u = 2 * next() - 1
      const v = 2 * next() - 1
      const s = u * u + v * v
      if (s === 0 || s >= 1) continue
      const scale = Math.sqrt((-2 * log(s)) / s)
      spare = v * scale
      return u * scale
    }
  }
}
