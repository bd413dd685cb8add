import type { LoggedRequest } from '@/contract/run'
import type { ContractField } from '@/values/model'
import { codedColumn, type Column, type Table } from '@/values/table'

/** What the caller did wrong: an HTTP status, a sentence, and the field that it is about. */
export class RequestFault extends Error {
  readonly status: number
  readonly field: string | null
  constructor(status: number, message: string, field: string | null) {
    super(message)
    this.status = status
    this.field = field
  }
}

/** Above this the answer is 413: send several requests instead. */
export const maximumRows = 100_000
const maximumBodyLength = 64_000_000

interface RequestInput {
  name: string
  data: unknown[]
}

export interface ReadRequest {
  table: Table
  id: string | null
  logged: Pick<LoggedRequest, 'columns' | 'rows' | 'ids'>
}

/**
 * Reads an infer request into a raw table with the columns of the contract, in its order.
 * A null is a missing value. @throws RequestFault
 */
export function readInputs(body: string, contract: ContractField[]): ReadRequest {
  if (body.length > maximumBodyLength) throw new RequestFault(413, 'The request is larger than 64 MB', null)
  const parsed = parseBody(body)
  const inputs = readInputList(parsed)
  refuseUnknown(inputs, contract)
  const rowCount = countRows(inputs)
  const found = contract.map(
    (field) => inputs.find((input) => input.name === field.name) ?? missingField(field.name),
  )
  const columns = contract.map((field, index) => toColumn(field, found[index].data))
  const id = 'id' in parsed && typeof parsed.id === 'string' ? parsed.id : null
  const ids = readRowIds(parsed, rowCount)
  return {
    table: { rowCount, columns },
    id,
    logged: {
      columns: contract.map((field) => field.name),
      rows: toRows(found, rowCount),
      ...(ids ? { ids } : {}),
    },
  }
}

function parseBody(body: string): object {
  let parsed: unknown
  try {
    parsed = JSON.parse(body)
  } catch {
    throw new RequestFault(400, 'The body is not JSON', null)
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    throw new RequestFault(400, 'The body must be a JSON object with a list named “inputs”', 'inputs')
  }
  return parsed
}

function readInputList(parsed: object): RequestInput[] {
  if (!('inputs' in parsed) || !Array.isArray(parsed.inputs)) {
    throw new RequestFault(400, 'The list named “inputs” is missing', 'inputs')
  }
  return parsed.inputs.map(readInput)
}

function readInput(entry: unknown, index: number): RequestInput {
  if (typeof entry !== 'object' || entry === null || !('name' in entry) || typeof entry.name !== 'string') {
    throw new RequestFault(400, `Input ${index + 1} has no name`, 'name')
  }
  if (!('data' in entry) || !Array.isArray(entry.data)) {
    throw new RequestFault(400, `Input “${entry.name}” has no list named “data”`, entry.name)
  }
  const data: unknown[] = entry.data.flat()
  return { name: entry.name, data }
}

/** What the caller calls each row, so that a label which comes later finds it: `parameters.row_ids`. */
function readRowIds(parsed: object, rowCount: number): string[] | null {
  if (!('parameters' in parsed) || !isObject(parsed.parameters) || !('row_ids' in parsed.parameters))
    return null
  const ids: unknown = parsed.parameters.row_ids
  if (!Array.isArray(ids) || ids.length !== rowCount)
    throw new RequestFault(400, `“row_ids” must be a list of ${rowCount}, one for each row`, 'row_ids')
  return ids.map((one, row) => {
    if (typeof one === 'string' || typeof one === 'number') return String(one)
    throw new RequestFault(422, `Row ${row + 1} of “row_ids” must be a word or a number`, 'row_ids')
  })
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

function refuseUnknown(inputs: RequestInput[], contract: ContractField[]): void {
  const seen = new Set<string>()
  for (const { name } of inputs) {
    if (!contract.some((field) => field.name === name))
      throw new RequestFault(400, `The model has no input “${name}”`, name)
    if (seen.has(name)) throw new RequestFault(400, `Input “${name}” is given twice`, name)
    seen.add(name)
  }
}

function countRows(inputs: RequestInput[]): number {
  const rows = inputs[0]?.data.length ?? 0
  if (rows === 0) throw new RequestFault(400, 'There are no rows', 'inputs')
  const odd = inputs.find((input) => input.data.length !== rows)
  if (odd)
    throw new RequestFault(
      400,
      `Input “${odd.name}” has ${odd.data.length} rows, others have ${rows}`,
      odd.name,
    )
  if (rows > maximumRows)
    throw new RequestFault(413, `At most ${maximumRows} rows fit in one request`, 'inputs')
  return rows
}

function missingField(name: string): never {
  throw new RequestFault(400, `Input “${name}” is missing`, name)
}

function toColumn(field: ContractField, data: unknown[]): Column {
  if (field.type === 'categorical' || field.type === 'text') {
    return codedColumn(
      field.name,
      data.map((value, row) => toText(value, { field, row })),
      field.type,
    )
  }
  const read = field.type === 'datetime' ? toMoment : toNumber
  return {
    name: field.name,
    type: field.type,
    values: Float64Array.from(data, (value, row) => read(value, { field, row })),
  }
}

interface Place {
  field: ContractField
  row: number
}

function toText(value: unknown, place: Place): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value
  if (typeof value === 'boolean' || typeof value === 'number') return String(value)
  return refuseValue(place, 'a word')
}

function toNumber(value: unknown, place: Place): number {
  if (value === null || value === undefined) return NaN
  if (typeof value === 'number' && Number.isFinite(value)) return value
  return refuseValue(place, 'a number')
}

function toMoment(value: unknown, place: Place): number {
  if (typeof value !== 'string') return toNumber(value, place)
  const moment = Date.parse(value)
  return Number.isNaN(moment) ? refuseValue(place, 'a date such as 2026-11-23') : moment
}

function refuseValue({ field, row }: Place, wanted: string): never {
  throw new RequestFault(422, `Row ${row + 1} of input “${field.name}” must be ${wanted} or null`, field.name)
}

function toRows(inputs: RequestInput[], rowCount: number): (string | number | null)[][] {
  return Array.from({ length: rowCount }, (_, row) => inputs.map((input) => loggedValue(input.data[row])))
}

function loggedValue(value: unknown): string | number | null {
  if (typeof value === 'number' || typeof value === 'string') return value
  return value === null || value === undefined ? null : String(value)
}
