import { z } from 'zod'
import type { Weights } from '@/values/model'
import { roles } from '@/values/dataset'

export const modelFormat = 'stagecraft/model'
/** Raised when what a reader must understand changes. */
export const modelFileVersion = 1

const text = z.string().max(100_000)
const columnType = z.enum(['numeric', 'categorical', 'text', 'datetime'])
const object = z.record(z.string(), z.json())
const held = z.custom<Weights>((value) => typeof value === 'object' && value !== null)

const learner = z.strictObject({
  kind: z.literal('learner'),
  node: text,
  type: text,
  version: z.int().min(1),
  params: object,
})

const field = z.strictObject({
  name: text,
  type: columnType,
  categories: z.array(text),
  minimum: z.number().nullable(),
  maximum: z.number().nullable(),
  typical: z.union([z.number(), text]).nullable(),
})

const baseline = z.strictObject({
  name: text,
  type: columnType,
  count: z.int().min(0),
  missing: z.int().min(0),
  sample: z.array(z.number()),
  categories: z.array(z.strictObject({ name: text, count: z.int().min(0) })),
})

/** A trained model as it is kept in a file, its weights unpacked. */
export const modelSchema = z.strictObject({
  fingerprint: z.string().regex(/^[0-9a-f]{32}$/),
  task: z.enum(['binary', 'multiclass', 'regression', 'clustering']),
  learner,
  target: text,
  classes: z.array(text).max(100_000),
  positiveClass: text.nullable(),
  recipe: z.array(z.strictObject({ node: text, type: text, params: object, state: object })).max(1000),
  roles: z.array(z.tuple([text, z.enum(roles)])),
  features: z.array(text),
  categories: z.array(z.array(text).nullable()).optional(),
  contract: z.array(field),
  weights: held,
  baseline: z.array(baseline),
  threshold: z.number(),
  training: z.strictObject({
    rows: z.int().min(0),
    seed: z.number(),
    backend: text,
    warnings: z.array(text),
  }),
})

/** The file around the model, before anything in it is unpacked. */
export const envelopeSchema = z.strictObject({
  format: z.literal(modelFormat),
  version: z.literal(modelFileVersion),
  /** Of `metrics` and `model` together. */
  hash: z.string(),
  metrics: z.record(z.string(), z.number()),
  model: object,
})
