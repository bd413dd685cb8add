import { cos, sin } from '@/base/math'
import { hashSeed } from '@/base/hash'
import { makeRandom, type Random } from '@/base/random'
import { codedColumn, numberColumn, type Table } from '@/values/table'

export const shapeIds = ['blobs', 'moons', 'circles', 'spirals', 'linear'] as const
export type ShapeId = (typeof shapeIds)[number]

export interface ShapeOptions {
  rows: number
  /** Standard deviation of the normal noise, in the units of the columns. */
  noise: number
  seed: number
}

/** A point of a class: row `i` of `count` belongs to class `i` modulo the number of classes. */
type Draw = (random: Random, noise: number) => [x: number, y: number]

const turn = 2 * Math.PI
const noisy = (x: number, y: number, random: Random, noise: number): [number, number] => [
  x + noise * random.normal(),
  y + noise * random.normal(),
]

/** How to draw one point of each class; the shapes are those of scikit-learn where it has them. */
const classShapes: Record<Exclude<ShapeId, 'linear'>, Draw[]> = {
  blobs: [
    [-2, 0],
    [2, 0.5],
    [0, 3],
  ].map(
    ([x, y]): Draw =>
      (random, noise) =>
        noisy(x, y, random, 0.6 + noise),
  ),
  moons: [
    (random, noise) => {
      const angle = (random.next() * turn) / 2
      return noisy(cos(angle), sin(angle), random, noise)
    },
    (random, noise) => {
      const angle = (random.next() * turn) / 2
      return noisy(1 - cos(angle), 0.5 - sin(angle), random, noise)
    },
  ],
  circles: [1, 0.5].map((radius): Draw => (random, noise) => {
    const angle = random.next() * turn
    return noisy(radius * cos(angle), radius * sin(angle), random, noise)
  }),
  spirals: [0, 0.5].map((start): Draw => (random, noise) => {
    const along = Math.sqrt(random.next())
    const angle = (start + along * 1.5) * turn
    return noisy(along * 2 * cos(angle), along * 2 * sin(angle), random, noise)
  }),
}

/**
 * A generated data set: the same options always give the same table, in every workflow.
 * - blobs (3 classes), moons, circles, spirals (2 classes): columns x, y, class; classes take turns and are even.
 * - linear: y = 3 x1 − 2 x2 + 1 + noise, with x1, x2 uniform in −1 … 1 and x3 without influence.
 */
export function generateShape(shape: ShapeId, options: ShapeOptions): Table {
  const random = makeRandom(hashSeed(options.seed, 'generate', shape))
  return shape === 'linear' ? linear(options, random) : classes(classShapes[shape], options, random)
}

function classes(draws: Draw[], { rows, noise }: ShapeOptions, random: Random): Table {
  const x = new Float64Array(rows)
  const y = new Float64Array(rows)
  const names: string[] = []
  for (let row = 0; row < rows; row++) {
    const kind = row % draws.length
    ;[x[row], y[row]] = draws[kind](random, noise)
    names.push('abc'[kind])
  }
  return {
    rowCount: rows,
    columns: [numberColumn('x', x), numberColumn('y', y), codedColumn('class', names)],
  }
}

function linear({ rows, noise }: ShapeOptions, random: Random): Table {
  const inputs = [1, 2, 3].map((i) => numberColumn(`x${i}`, new Float64Array(rows)))
  const y = new Float64Array(rows)
  for (let row = 0; row < rows; row++) {
    for (const { values } of inputs) values[row] = 2 * random.next() - 1
    y[row] = 3 * inputs[0].values[row] - 2 * inputs[1].values[row] + 1 + noise * random.normal()
  }
  return { rowCount: rows, columns: [...inputs, numberColumn('y', y)] }
}
