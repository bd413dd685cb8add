import type { Json, JsonObject } from '@/base/json'
import type { ContractField } from '@/values/model'

/** What the form holds: text by field, in the order of the contract; empty means missing. */
export type FieldTexts = readonly string[]

/** A form filled with typical values, which give an answer at once. */
export const typicalTexts = (contract: ContractField[]): FieldTexts =>
  contract.map((field) =>
    field.typical === null
      ? ''
      : field.type === 'datetime'
        ? dateText(Number(field.typical))
        : String(field.typical),
  )

const dateText = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10)

/** The infer request for one row. A text that is no number is sent as it is, so that the endpoint says what is wrong. */
export function requestFor(contract: ContractField[], texts: FieldTexts): JsonObject {
  const inputs = contract.map((field, index) => {
    const datatype = field.type === 'numeric' ? 'FP64' : 'BYTES'
    return { name: field.name, datatype, shape: [1], data: [valueOf(field, texts[index])] }
  })
  return { inputs }
}

function valueOf(field: ContractField, text: string): Json {
  if (text.trim() === '') return null
  if (field.type !== 'numeric') return text
  const value = Number(text)
  return Number.isFinite(value) ? value : text
}

/** What the endpoint said, shaped for the form. */
export type Answer =
  | { kind: 'value'; prediction: string | number; shares: { name: string; share: number }[] }
  | { kind: 'refused'; status: number; reason: string; field: string | null }

interface ReplyBody {
  outputs?: { name: string; data: (string | number)[]; parameters?: { classes: string[] } }[]
  error?: string
  field?: string | null
}

/** Reads a reply; one that is not as expected is shown as refused, with its status. */
export function readAnswer(status: number, body: Json): Answer {
  const { outputs = [], error, field } = (body ?? {}) as ReplyBody
  const prediction = outputs.find((output) => output.name === 'prediction')
  if (status !== 200 || !prediction)
    return { kind: 'refused', status, reason: error ?? 'No reason was given.', field: field ?? null }
  const probabilities = outputs.find((output) => output.name === 'probabilities')
  const shares = (probabilities?.parameters?.classes ?? []).map((name, k) => ({
    name,
    share: Number(probabilities?.data[k]),
  }))
  return { kind: 'value', prediction: prediction.data[0], shares }
}
