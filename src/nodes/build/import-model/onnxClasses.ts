import { failStep } from '@/contract/errors'
import { FaultNotes } from '@/contract/faults'
import { quietly } from '@/contract/pulse'
import type { RunContext } from '@/contract/run'
import { markedMatrix } from '@/ml/matrix'
import type { OnnxFile } from '@/ml/onnx/describeOnnx'
import { runOnnx, type OnnxOutput } from '@/ml/onnx/predictOnnx'
import type { OnnxWeights } from '@/ml/onnx/types'
import { applyRecipe } from '@/ml/recipe'
import type { Model } from '@/values/model'
import { allRows, takeRows, type Table } from '@/values/table'
import { failClasses } from './classes'

/** Rows that are asked: enough that every class is decided for some of them. */
const most = 1000

interface Asked {
  raw: Table
  label: OnnxFile['label']
  /** Whether the person has named the classes. */
  named: boolean
}

/**
 * The classes of an ONNX model in the order of its outputs. What it decides for some rows tells which output stands for
 * which class; classes that the person has named are checked by that.
 * @throws StepFailure different-data where the outputs are no probabilities or decide for other classes; parameter
 * where the names contradict what it decides, or are needed.
 */
export async function tellClasses(
  model: Model,
  { raw, label, named }: Asked,
  context: RunContext,
): Promise<string[]> {
  const weights = model.weights as OnnxWeights
  const rows = allRows(Math.min(most, raw.rowCount))
  const faults = new FaultNotes()
  const pulse = quietly(context)
  const prepared = await applyRecipe(context.catalog, takeRows(raw, rows), model.recipe, { pulse, faults })
  const x = await markedMatrix(prepared, model.features, pulse, { faults })
  const outputs = [weights.output, ...(label ? [label.name] : [])]
  const [shares, decided] = await runOnnx(weights, x, outputs)
  const { classes } = model
  checkOutputs(shares, classes)
  if (!label || shares.width !== classes.length) return classes
  const found = votes(shares, decided.values.map(String))
  const coded = label.whole && found.every((name, at) => name === null || name === String(at))
  if (coded && !classes.includes('0')) return classes
  return arrange(found, classes, named)
}

function checkOutputs({ width, values }: OnnxOutput, classes: readonly string[]): void {
  const single = width === 1 && classes.length === 2
  if (width !== classes.length && !single)
    failStep({
      kind: 'different-data',
      problem: `The ONNX model gives ${width} numbers for each row, and the target asks for ${classes.length} classes (${classes.slice(0, 10).join(', ')})`,
      advice: 'Choose the target that it was trained for, or name its classes in the order of the outputs.',
    })
  const numbers = values.map(Number)
  const outside = numbers.some((value) => value < -tolerance || value > 1 + tolerance)
  if (outside || (!single && !sumToOne(numbers, width)))
    failStep({
      kind: 'different-data',
      problem: `The outputs of the ONNX model are no probabilities of ${classes.length} classes`,
      advice: 'Export it with probabilities: end it in softmax, or in a single sigmoid for two classes.',
    })
}

/** Probabilities are of float32. */
const tolerance = 1e-3

function sumToOne(values: readonly number[], width: number): boolean {
  for (let at = 0; at < values.length; at += width) {
    const sum = values.slice(at, at + width).reduce((total, value) => total + value, 0)
    if (Math.abs(sum - 1) > tolerance) return false
  }
  return true
}

/** For each output the class that is decided most often where it is the largest; null where it never is. */
function votes({ width, values }: OnnxOutput, decided: readonly string[]): (string | null)[] {
  const counts = Array.from({ length: width }, () => new Map<string, number>())
  decided.forEach((name, row) => {
    const shares = values.slice(row * width, (row + 1) * width).map(Number)
    const own = counts[shares.indexOf(Math.max(...shares))]
    own?.set(name, (own.get(name) ?? 0) + 1)
  })
  return counts.map((own) => [...own].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null)
}

function arrange(found: readonly (string | null)[], classes: readonly string[], named: boolean): string[] {
  const told = found.filter((name) => name !== null)
  const foreign = told.find((name) => !classes.includes(name))
  if (foreign !== undefined)
    failStep({
      kind: 'different-data',
      problem: `The ONNX model decides for “${foreign}”, which is none of the classes (${classes.slice(0, 10).join(', ')})`,
      advice: 'Choose the target that it was trained for.',
    })
  if (found.every((name, at) => name === null || name === classes[at])) return [...classes]
  const at = found.findIndex((name, index) => name !== null && name !== classes[index])
  if (named) failClasses(`output ${at + 1} of the ONNX model stands for “${found[at]}”`, classes)
  const left = classes.filter((name) => !told.includes(name))
  if (left.length > 1 || told.length + left.length !== classes.length)
    failClasses('the rows do not tell which output of the ONNX model stands for which class', classes)
  return found.map((name) => name ?? left[0])
}
