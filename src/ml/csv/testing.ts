/** Helpers of the tests beside this file. */
import { expect } from 'vitest'
import { StepFailure } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import { cellValue, type Table } from '@/values/table'
import { parseCsv } from './parseCsv'
import { autoOptions, type CsvOptions } from './types'

export const pulse: Pulse = {
  signal: new AbortController().signal,
  breathe: async () => {},
  progress: () => {},
}
export const utf8 = (text: string) => new TextEncoder().encode(text)
export const latin1 = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0))
export const utf16 = (text: string, bigEndian = false) => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2))
  for (let i = 0; i < text.length; i++) bytes.setUint16(i * 2, text.charCodeAt(i), !bigEndian)
  return new Uint8Array(bytes.buffer)
}
export const read = (input: string | Uint8Array, options: Partial<CsvOptions> = {}) =>
  parseCsv(typeof input === 'string' ? utf8(input) : input, { ...autoOptions, ...options }, pulse)
export const rowsOf = (table: Table) =>
  Array.from({ length: table.rowCount }, (_, row) => table.columns.map((column) => cellValue(column, row)))
export const typesOf = (table: Table) => table.columns.map((column) => column.type)
export const namesOf = (table: Table) => table.columns.map((column) => column.name)
export const failure = async (input: string | Uint8Array, options: Partial<CsvOptions> = {}) => {
  const reason: unknown = await read(input, options).catch((error: unknown) => error)
  expect(reason).toBeInstanceOf(StepFailure)
  return (reason as StepFailure).reason
}
