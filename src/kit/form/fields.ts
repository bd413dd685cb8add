import { z } from 'zod'
import type { ParamMeta, ShowWhen } from '@/contract/node'
import type { Task } from '@/values/objective'

/** The part of JSON Schema that parameters use. */
export interface ParamSchema extends Partial<ParamMeta> {
  /** `[type, 'null']` where a plain type may be null. */
  type?: string | string[]
  enum?: (string | number | null)[]
  const?: unknown
  anyOf?: ParamSchema[]
  items?: ParamSchema
  properties?: Record<string, ParamSchema>
  /** Names of properties that may not be absent. */
  required?: string[]
  default?: unknown
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  maxLength?: number
  maxItems?: number
}

export type FieldKind = 'number' | 'boolean' | 'choice' | 'text' | 'list' | 'other'

/** One parameter as the form draws it. */
export interface Field {
  name: string
  title: string
  kind: FieldKind
  widget: ParamMeta['widget'] | null
  help: string | null
  unit: string | null
  group: string | null
  /** Input port whose columns its picker lists. */
  port: string | null
  nullable: boolean
  integer: boolean
  /** Smallest and largest value that is allowed; null where there is no bound. */
  minimum: number | null
  maximum: number | null
  /** The bounds themselves are not allowed. */
  openBelow: boolean
  openAbove: boolean
  step: number | null
  options: { value: string; title: string }[]
  maxLength: number | null
  /** What is shown while the value is null. */
  whenNull: string
  fallback: unknown
  showWhen: ParamMeta['showWhen'] | null
  showForTask: ParamMeta['showForTask'] | null
  schema: ParamSchema
}

/** The fields of a parameter schema, in order, hidden ones left out. */
export function fieldsOf(params: z.ZodObject): Field[] {
  const schema = z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }) as ParamSchema
  return Object.entries(schema.properties ?? {})
    .map(([name, property]) => toField(name, property))
    .filter((field) => field.widget !== 'hidden')
}

/** Its value in a node: what the person set, else the default. */
export const valueOf = (field: Field, params: Readonly<Record<string, unknown>>): unknown =>
  Object.hasOwn(params, field.name) ? params[field.name] : field.fallback

/** Whether a field has a meaning for the task; what is not known yet hides nothing. */
export const fitsTask = ({ showForTask }: Field, task: Task | null): boolean =>
  !showForTask || task === null || showForTask.includes(task)

/** Whether a field is shown, given the values of the others. */
export function isShown(field: Field, fields: Field[], params: Readonly<Record<string, unknown>>): boolean {
  if (!field.showWhen) return true
  const held = (param: string): unknown => {
    const other = fields.find((candidate) => candidate.name === param)
    return other ? valueOf(other, params) : params[param]
  }
  const holds = ({ param, in: wanted }: ShowWhen): boolean =>
    wanted.some((candidate) => candidate === held(param))
  const { in: wanted, and, orIn } = field.showWhen
  const records = orIn ? held(orIn.records) : []
  const inRecords = Array.isArray(records) && records.some((one) => isOne(one, orIn!.part, wanted))
  return (holds(field.showWhen) || inRecords) && (!and || holds(and))
}

const isOne = (record: unknown, part: string, wanted: ShowWhen['in']): boolean =>
  typeof record === 'object' &&
  record !== null &&
  wanted.some((candidate) => candidate === (record as Record<string, unknown>)[part])

function toField(name: string, schema: ParamSchema): Field {
  const variants = schema.anyOf?.filter((one) => one.type !== 'null') ?? []
  const listed = Array.isArray(schema.type) ? schema.type.filter((type) => type !== 'null') : null
  const inner = listed ? { ...schema, type: listed[0] } : variants.length === 1 ? variants[0] : schema
  return {
    name,
    title: schema.title ?? name,
    kind: kindOf(inner),
    widget: schema.widget ?? null,
    help: schema.help ?? null,
    unit: schema.unit ?? null,
    group: schema.group ?? null,
    port: schema.port ?? null,
    nullable: schema.type?.includes('null') || (schema.anyOf?.some((one) => one.type === 'null') ?? false),
    integer: inner.type === 'integer',
    ...boundsOf(inner),
    step: schema.step ?? null,
    options: (inner.enum ?? []).map((value) => ({
      value: String(value),
      title: schema.options?.[String(value)] ?? sentence(String(value)),
    })),
    maxLength: inner.maxLength ?? null,
    whenNull: schema.whenNull ?? 'none',
    fallback: schema.default ?? null,
    showWhen: schema.showWhen ?? null,
    showForTask: schema.showForTask ?? null,
    schema: inner,
  }
}

function kindOf(schema: ParamSchema): FieldKind {
  if (schema.enum) return 'choice'
  if (schema.type === 'number' || schema.type === 'integer') return 'number'
  if (schema.type === 'boolean') return 'boolean'
  if (schema.type === 'string') return 'text'
  return schema.type === 'array' ? 'list' : 'other'
}

/** Bounds at the ends of the safe integers are those of the number type, not of the parameter. */
function boundsOf(schema: ParamSchema): Pick<Field, 'minimum' | 'maximum' | 'openBelow' | 'openAbove'> {
  const low = schema.exclusiveMinimum ?? schema.minimum
  const high = schema.exclusiveMaximum ?? schema.maximum
  return {
    minimum: low === undefined || low <= Number.MIN_SAFE_INTEGER ? null : low,
    maximum: high === undefined || high >= Number.MAX_SAFE_INTEGER ? null : high,
    openBelow: schema.exclusiveMinimum !== undefined,
    openAbove: schema.exclusiveMaximum !== undefined,
  }
}

const sentence = (word: string): string => {
  const spaced = word.replaceAll('-', ' ')
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}
