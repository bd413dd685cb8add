/** Anything that survives JSON.stringify and JSON.parse unchanged. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

export type JsonObject = { [key: string]: Json }

/** JSON with object keys in alphabetical order, so that equal values give equal text. */
export function stableStringify(value: unknown, indent?: number): string {
  return JSON.stringify(value, sortKeys, indent)
}

function sortKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
}

export const sameJson = (a: unknown, b: unknown): boolean => stableStringify(a) === stableStringify(b)
