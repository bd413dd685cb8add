/**
 * Where a value would not survive JSON unchanged (NaN, infinity, a typed array, undefined, a class); null when it
 * would. A preview that fails this would reach the page as something else than the run has made.
 */
export function findUnsafe(value: unknown, path = '$'): string | null {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return null
    case 'number':
      return Number.isFinite(value) ? null : `${path} is ${value}`
    case 'object':
      return value === null ? null : findUnsafeMember(value, path)
    default:
      return `${path} is ${typeof value}`
  }
}

function findUnsafeMember(value: object, path: string): string | null {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null)
    return `${path} is a ${value.constructor.name}`
  for (const [name, item] of Object.entries(value)) {
    // An absent optional field is written as undefined now and then, and JSON leaves it out: that is no loss.
    if (item === undefined && !Array.isArray(value)) continue
    const found = findUnsafe(item, `${path}.${name}`)
    if (found !== null) return found
  }
  return null
}
