import { failStep } from '@/contract/errors'
import type { Matrix } from '@/contract/catalog'
import type { Scores } from '@/values/model'
import { failFile } from '../modelFile/read'
import { withSession, type Onnx } from './session'
import type { OnnxWeights } from './types'

/** Rows in one call of the runtime, which does not breathe. */
const chunk = 2048

/** One output of all rows. */
export interface OnnxOutput {
  /** Numbers for each row. */
  width: number
  values: (number | bigint | string)[]
}

/**
 * Scores of an ONNX model. It computes in float32 as the file says, so a last bit may differ from where it was trained.
 * @throws StepFailure bad-file or different-data where the file is not what it says.
 */
export async function predictOnnx(weights: OnnxWeights, x: Matrix, classes: number): Promise<Scores> {
  const width = Math.max(1, classes)
  const [out] = await runOnnx(weights, x, [weights.output])
  if (classes === 2 && out.width === 1) {
    const values = Float64Array.from({ length: x.rows * 2 }, (_, at) => {
      const share = Number(out.values[at >> 1])
      return at % 2 === 0 ? 1 - share : share
    })
    return { rows: x.rows, width, values }
  }
  if (out.width !== width && x.rows > 0)
    failStep({
      kind: 'different-data',
      problem: `The output “${weights.output}” of the ONNX model has ${out.width} numbers for each row, and the target asks for ${classes === 0 ? 'one value' : `${classes} classes`}`,
      advice: 'Choose the target that it was trained for, or name its classes in the order of the outputs.',
    })
  return { rows: x.rows, width, values: Float64Array.from(out.values, Number) }
}

/** Some outputs of the model, in the order of their names. */
export function runOnnx(weights: OnnxWeights, x: Matrix, names: readonly string[]): Promise<OnnxOutput[]> {
  return withSession(weights.onnx, async (session, onnx) => {
    const outputs = names.map((): OnnxOutput => ({ width: 0, values: [] }))
    for (let start = 0; start < x.rows; start += chunk) {
      const rows = Math.min(chunk, x.rows - start)
      const found = await session
        .run(feeds(onnx, weights, { ...x, rows, values: x.values.subarray(start * x.columns) }), [...names])
        .catch(failRun)
      names.forEach((name, at) => {
        const values = [...(found[name].data as Iterable<number | bigint | string>)]
        outputs[at].width = values.length / rows
        for (const value of values) outputs[at].values.push(value)
      })
    }
    return outputs
  })
}

/** The columns of the matrix shared out among the inputs, in their order. */
function feeds({ Tensor }: Onnx, { inputs, types, widths }: OnnxWeights, { rows, columns, values }: Matrix) {
  let first = 0
  const tensors = inputs.map((name, input) => {
    const width = Math.max(1, widths[input])
    const at = first
    first += width
    const own = Float64Array.from(
      { length: rows * width },
      (_, i) => values[Math.floor(i / width) * columns + at + (i % width)],
    )
    const dims = widths[input] === 0 ? [rows] : [rows, width]
    const tensor =
      types[input] === 'float64'
        ? new Tensor('float64', own, dims)
        : new Tensor('float32', Float32Array.from(own), dims)
    return [name, tensor] as const
  })
  return Object.fromEntries(tensors)
}

const failRun = (error: unknown): never =>
  failFile(
    `The ONNX model cannot be run on these columns: ${(error instanceof Error ? error.message : String(error))
      .replace(/.*ERROR_MESSAGE: /s, '')
      .slice(0, 300)
      .replace(/\.?\s*$/, '')}`,
    'Check that the columns are those that it was trained with, or export it again.',
  )
