import type { InferenceSession } from 'onnxruntime-web/wasm'
import { failFile } from '../modelFile/read'
import { withSession } from './session'

export interface OnnxInput {
  name: string
  type: 'float32' | 'float64'
  /** Columns that it takes; 0 for a list of numbers, one for each row; null where the file leaves it open. */
  width: number | null
}

/** What goes into a model and comes out of it, as far as it can be used here. */
export interface OnnxFile {
  inputs: OnnxInput[]
  /** Outputs of numbers that may be scores. */
  scores: string[]
  /** Output of the decided class, where there is one, and whether it gives whole numbers. */
  label: { name: string; whole: boolean } | null
}

/** @throws StepFailure bad-file for a file that cannot be opened, or inputs and outputs that cannot be used. */
export const describeOnnx = (bytes: Uint8Array): Promise<OnnxFile> =>
  withSession(bytes, (session) => Promise.resolve(describe(session)))

type Value = InferenceSession.ValueMetadata

function describe({ inputMetadata, outputMetadata }: InferenceSession): OnnxFile {
  if (inputMetadata.length === 0)
    failFile('The ONNX model takes no inputs', 'Export a model that takes a table of numbers.')
  const scores = outputMetadata.filter((one) => one.isTensor && isFloat(one.type)).map(({ name }) => name)
  if (scores.length === 0) failScores(outputMetadata)
  const label = outputMetadata.find((one) => one.isTensor && ['int64', 'int32', 'string'].includes(one.type))
  return {
    inputs: inputMetadata.map(readInput),
    scores,
    label: label?.isTensor ? { name: label.name, whole: label.type !== 'string' } : null,
  }
}

const isFloat = (type: string): type is OnnxInput['type'] => type === 'float32' || type === 'float64'

function readInput(input: Value): OnnxInput {
  const { name } = input
  if (!input.isTensor || !isFloat(input.type))
    return failFile(
      `The input “${name}” of the ONNX model takes ${input.isTensor ? input.type : 'no tensor'}, and numbers of the types float32 and float64 are given here`,
      'Export the model with inputs of floats, and encode categories by nodes before this one.',
    )
  const { shape, type } = input
  if (shape.length < 1 || shape.length > 2)
    failFile(
      `The input “${name}” of the ONNX model has ${shape.length} dimensions, and a table has two: rows and columns`,
      'Choose a model of tables: images, texts and series cannot be used here.',
    )
  const rows = known(shape[0])
  if (rows !== null) failRows(name, rows)
  return { name, type, width: shape.length === 1 ? 0 : known(shape[1]) }
}

/** A side that the file leaves open is told by its name, or by the largest whole number. */
const known = (side: number | string | undefined): number | null =>
  typeof side === 'number' && side >= 0 && side < 2 ** 31 ? side : null

const failRows = (name: string, rows: number): never =>
  failFile(
    `The input “${name}” of the ONNX model takes exactly ${rows === 1 ? 'one row' : `${rows} rows`} at a time`,
    'Export the model with an open number of rows (a dynamic batch axis).',
  )

function failScores(outputs: readonly Value[]): never {
  if (outputs.some(({ isTensor }) => !isTensor))
    return failFile(
      'The ONNX model gives its probabilities as a list of dictionaries (ZipMap)',
      'Export it again with the option zipmap=False, so that they are a table.',
    )
  return failFile(
    `The ONNX model gives no numbers, only ${outputs.map(({ name }) => `“${name}”`).join(', ') || 'nothing'}`,
    'Export the model with its probabilities, or for a regression with its values, as floats.',
  )
}
