import { hashValue } from '@/base/hash'
import type { Json, JsonObject } from '@/base/json'
import type { Catalog } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Model } from '@/values/model'
import { modelFingerprint } from '../fingerprint'
import { isModel, modelsWithin } from './modelsWithin'
import { unpack } from './pack'
import { envelopeSchema, modelFileVersion, modelFormat, modelSchema } from './schema'

export interface ModelFile {
  model: Model
  /** Key figures of the training, by name. */
  metrics: Record<string, number>
}

const again = 'Download the model again where it was trained.'

/** A file that is not what it should be. @throws StepFailure always. */
export const failFile = (problem: string, advice: string): never =>
  failStep({ kind: 'bad-file', line: null, problem, advice })

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The text of a file as a JSON object. @throws StepFailure bad-file. */
export function readJson(bytes: Uint8Array): JsonObject {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown
    if (isObject(value)) return value
  } catch {
    // Told below, whatever it was that could not be read.
  }
  return failFile(
    'This file is no model that can be read here: it is not a JSON object, or it is cut off',
    'Choose the file of a model: one downloaded here, or model.json of a TensorFlow.js layers model.',
  )
}

export const isModelFile = (content: JsonObject): boolean => content.format === modelFormat

/**
 * A trained model as `writeModelFile` wrote it, to the bit.
 * @throws StepFailure bad-file for one that is damaged, comes from a newer version, or needs steps that are not here.
 */
export function readModelFile(content: JsonObject, catalog: Pick<Catalog, 'step' | 'predictor'>): ModelFile {
  const { version } = content
  if (typeof version === 'number' && version > modelFileVersion)
    failFile(
      `The model was saved by a newer version of Stagecraft (format ${version}, and this one reads ${modelFileVersion})`,
      'Use the newer version, or download the model again from this one.',
    )
  const envelope = envelopeSchema.safeParse(content)
  if (!envelope.success) return failFile(`The model file is damaged: ${placeOf(envelope.error)}`, again)
  const { metrics, model: packed, hash } = envelope.data
  if (hashValue({ metrics, model: packed }) !== hash)
    failFile('The model file was changed after it was saved: its content does not fit its hash', again)
  const model = readModel(packed)
  for (const one of [model, ...modelsWithin(model.weights)]) checkModel(one, catalog)
  return { model, metrics }
}

function readModel(packed: Json): Model {
  let unpacked: unknown
  try {
    unpacked = unpack(packed)
  } catch (error) {
    failFile(
      `The model file is damaged: ${error instanceof Error ? error.message : 'it cannot be read'}`,
      again,
    )
  }
  return parseModel(unpacked)
}

function parseModel(value: unknown): Model {
  const parsed = modelSchema.safeParse(value)
  return parsed.success ? parsed.data : failFile(`The model file is damaged: ${placeOf(parsed.error)}`, again)
}

function checkModel(model: Model, catalog: Pick<Catalog, 'step' | 'predictor'>): void {
  if (isModel(model)) parseModel(model)
  if (modelFingerprint(model) !== model.fingerprint)
    failFile('The model file is damaged: the model does not fit its fingerprint', again)
  const types = model.recipe.map(
    ({ type }) =>
      () =>
        catalog.step(type).type,
  )
  for (const known of [...types, () => catalog.predictor(model.learner.type).type])
    if (!isKnown(known))
      failFile(
        `The model needs “${model.learner.type}” and ${model.recipe.length} steps of preparation, and not all of them are in this version`,
        'Use the version of Stagecraft that the model was saved with, or a newer one.',
      )
}

/** The catalogue throws for a type that it does not have. */
function isKnown(lookUp: () => string): boolean {
  try {
    return lookUp() !== ''
  } catch {
    return false
  }
}

const placeOf = (error: { issues: { path: PropertyKey[]; message: string }[] }): string => {
  const [issue] = error.issues
  return `${issue.path.map(String).join('.') || 'the whole file'}: ${issue.message.replace(/\.$/, '')}`
}
