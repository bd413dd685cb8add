import type { TrainingData } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import { takeMatrixRows } from '../matrix'
import type { Kernel } from './kernel'
import { outOfFold } from './outOfFold'
import { fitSigmoid, type Sigmoid } from './platt'
import { solvePair, type Pair } from './pair'
import type { Solution } from './problem'
import { kernelOf, type SvmSettings } from './settings'
import { keepMachines, type Machines } from './weights'

/** One machine for each pair of classes that training rows have; positive values speak for the first of the two. */
export type Classifier = Machines & {
  /** Codes of the classes with training rows, ascending. */
  present: Int32Array
  /** Platt's sigmoid of each machine; empty where none was asked for. */
  slopes: Float64Array
  shifts: Float64Array
}

/** One-against-one, as LIBSVM does it. @throws StepFailure one-class, or diverged where the kernel overflows. */
export async function fitClassifier(
  data: TrainingData,
  settings: SvmSettings,
  pulse: Pulse,
): Promise<Classifier> {
  const present = presentClasses(data)
  if (present.length < 2)
    failStep({
      kind: 'one-class',
      column: data.target ?? 'target',
      className: data.classes[present[0]] ?? null,
    })
  const kernel = kernelOf(settings, data.x)
  const costs = costsOf(data, present, settings)
  const solved: Solution[] = []
  const sigmoids: Sigmoid[] = []
  const count = (present.length * (present.length - 1)) / 2
  for (let i = 0; i < present.length; i++)
    for (let j = i + 1; j < present.length; j++) {
      const pair = pairOf(data, [present[i], present[j]], { kernel, costs })
      const own = partOf(pulse, solved.length, count)
      const solution = await solvePair(pair, settings, own)
      solved.push(spread(solution, pair.rows, data.x.rows))
      if (settings.probability) {
        const values = await outOfFold(pair, settings, { pulse: own, seed: data.seed, leaders: data.leaders })
        sigmoids.push(
          fitSigmoid(
            values,
            Uint8Array.from(pair.sign, (sign) => (sign > 0 ? 1 : 0)),
          ),
        )
      }
    }
  return {
    ...keepMachines(kernel, data.x, solved),
    present: Int32Array.from(present),
    slopes: Float64Array.from(sigmoids, ({ slope }) => slope),
    shifts: Float64Array.from(sigmoids, ({ shift }) => shift),
  }
}

function presentClasses({ y, classes }: TrainingData): number[] {
  const seen = new Set(y)
  return classes.map((_, code) => code).filter((code) => seen.has(code))
}

/** C of each class; balanced is C × rows / (classes × rows of the class). */
function costsOf(
  { y, classes }: TrainingData,
  present: number[],
  { c, classWeight }: SvmSettings,
): Float64Array {
  const counts = new Float64Array(classes.length)
  for (const code of y) counts[code]++
  return counts.map((count) => (classWeight === 'balanced' ? (c * y.length) / (present.length * count) : c))
}

function pairOf(
  { x, y }: TrainingData,
  [first, second]: [number, number],
  { kernel, costs }: { kernel: Kernel; costs: Float64Array },
): Pair {
  const rows = Int32Array.from([...y.keys()].filter((row) => y[row] === first || y[row] === second))
  return {
    rows,
    kernel,
    x: rows.length === x.rows ? x : takeMatrixRows(x, rows),
    sign: Float64Array.from(rows, (row) => (y[row] === first ? 1 : -1)),
    upper: Float64Array.from(rows, (row) => costs[y[row]]),
  }
}

function spread(solution: Solution, rows: Int32Array, all: number): Solution {
  const coefficients = new Float64Array(all)
  rows.forEach((row, i) => (coefficients[row] = solution.coefficients[i]))
  return { ...solution, coefficients }
}

function partOf(pulse: Pulse, index: number, of: number): Pulse {
  if (of === 1) return pulse
  return {
    ...pulse,
    progress: ({ share, message }) =>
      pulse.progress({
        share: (index + (share ?? 0)) / of,
        message: `Pair ${index + 1} of ${of}: ${message}`,
      }),
  }
}
