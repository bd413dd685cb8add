import { hashValue } from '@/base/hash'
import type { Model } from '@/values/model'
import { pack } from './pack'
import { modelFileVersion, modelFormat } from './schema'

/**
 * A whole trained model as a file: recipe as it was fitted, weights, contract, baseline, and what its training said of
 * it. Nothing of the data but what the learner itself keeps.
 * @throws RangeError when it is too large for one text.
 */
export function writeModelFile(model: Model, metrics: Readonly<Record<string, number>> = {}): Uint8Array {
  const known = Object.fromEntries(Object.entries(metrics).filter(([, value]) => Number.isFinite(value)))
  const content = { metrics: known, model: pack(model) }
  const file = { format: modelFormat, version: modelFileVersion, hash: hashValue(content), ...content }
  return new TextEncoder().encode(`${JSON.stringify(file)}\n`)
}
