import { z } from 'zod'
import type { JsonObject } from '@/base/json'
import { failFile } from '../modelFile/read'

/** One weight of a layer, as float32. */
export interface FileWeight {
  name: string
  shape: number[]
  values: Float32Array
}

const spec = z.object({
  name: z.string(),
  shape: z.array(z.int().min(0)),
  dtype: z.string(),
  quantization: z
    .object({ dtype: z.string(), scale: z.number().optional(), min: z.number().optional() })
    .optional(),
})
type Spec = z.output<typeof spec>

const manifest = z.array(z.object({ paths: z.array(z.string()), weights: z.array(spec) }))

const resave = 'Save the model again, with all weights in one file.'

/**
 * Weights in the order of the manifest, out of the one file that holds them.
 * @throws StepFailure bad-file when the file is not theirs, or they lie in several files.
 */
export function readManifest(content: JsonObject, bytes: Uint8Array): FileWeight[] {
  const parsed = manifest.safeParse(content.weightsManifest)
  if (!parsed.success)
    return failFile('The TensorFlow.js model is damaged: it does not say what its weights are', resave)
  const files = parsed.data.flatMap(({ paths }) => paths)
  if (files.length > 1)
    failFile(
      `The weights lie in ${files.length} files (${files.slice(0, 3).join(', ')}), and one is read here`,
      resave,
    )
  const specs = parsed.data.flatMap(({ weights }) => weights)
  const needed = specs.reduce((sum, one) => sum + sizeOf(one) * bytesOf(one), 0)
  if (needed !== bytes.byteLength)
    failFile(
      `The weights should have ${needed} bytes, and the file has ${bytes.byteLength}`,
      `Choose the file that belongs to this model${files.length === 1 ? `: ${files[0]}` : ''}.`,
    )
  let at = 0
  return specs.map((one) => {
    const length = sizeOf(one) * bytesOf(one)
    // Copied, because a typed array must begin at a multiple of its element.
    const own = bytes.slice(at, (at += length))
    return { name: one.name, shape: one.shape, values: decode(one, own.buffer) }
  })
}

const sizeOf = ({ shape }: Spec): number => shape.reduce((product, count) => product * count, 1)

const widths: Record<string, number> = { float32: 4, uint8: 1, uint16: 2 }

function bytesOf({ name, dtype, quantization }: Spec): number {
  const kind = quantization?.dtype ?? dtype
  const width = dtype === 'float32' ? widths[kind] : undefined
  return (
    width ??
    failFile(
      `The weight “${name}” is of type ${kind}, and float32 or its 8 and 16 bit forms are read here`,
      'Save the model without quantization.',
    )
  )
}

/** A quantized weight is `value · scale + min`. */
function decode({ quantization }: Spec, buffer: ArrayBuffer): Float32Array {
  if (!quantization || quantization.dtype === 'float32') return new Float32Array(buffer)
  const whole = quantization.dtype === 'uint8' ? new Uint8Array(buffer) : new Uint16Array(buffer)
  const { scale = 1, min = 0 } = quantization
  return Float32Array.from(whole, (value) => value * scale + min)
}
