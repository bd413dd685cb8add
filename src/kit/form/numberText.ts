import type { Field } from './fields'

export type ParsedNumber = { ok: true; value: number | null } | { ok: false; problem: string }

/** Reads what a person typed into a number field; nothing is committed while it is not allowed. */
export function parseNumber(text: string, field: Field): ParsedNumber {
  const trimmed = text.trim()
  if (trimmed === '') return field.nullable ? { ok: true, value: null } : bad('Type a number')
  const value = Number(trimmed.replace(',', '.'))
  if (!Number.isFinite(value)) return bad('Not a number')
  if (field.integer && !Number.isInteger(value)) return bad('Whole numbers only')
  return outside(value, field) ?? { ok: true, value }
}

function outside(value: number, { minimum, maximum, openBelow, openAbove }: Field): ParsedNumber | null {
  if (minimum !== null && (value < minimum || (openBelow && value === minimum)))
    return bad(`${openBelow ? 'More than' : 'At least'} ${minimum}`)
  if (maximum !== null && (value > maximum || (openAbove && value === maximum)))
    return bad(`${openAbove ? 'Less than' : 'At most'} ${maximum}`)
  return null
}

const bad = (problem: string): ParsedNumber => ({ ok: false, problem })
