/** Characters by which a JSON file is judged. */
export const judgedJson = 65_536

/**
 * Whether a JSON text holds a table, or a trained model, rather than a workflow: a list, a record a line, or an object with a list of records
 * or of plain values in it. Anything else is opened as a workflow, which says what is wrong with it.
 * @param head the beginning of the text.
 * @param whole whether that is all of it.
 */
export function isTableJson(head: string, whole: boolean): boolean {
  const text = head.replace(/^\uFEFF/, '').trimStart()
  if (text.startsWith('[')) return true
  if (/^\{\s*"format"\s*:\s*"stagecraft\/model"/.test(text)) return true
  if (/"format"\s*:\s*"stagecraft/.test(text)) return false
  const lines = text.split('\n', 2)
  if (lines.length === 2 && isObject(parsed(lines[0])) && lines[1].startsWith('{')) return true
  if (!whole) return /^\{\s*"[^"]*"\s*:\s*\[\s*[{"\d-]/.test(text) && !text.startsWith('{"nodes"')
  const object = parsed(text)
  if (!isObject(object) || 'nodes' in object) return false
  return holdsList(object, 3)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const holdsList = (object: Record<string, unknown>, levels: number): boolean =>
  Object.values(object).some((value) =>
    Array.isArray(value)
      ? value.length > 0 && !Array.isArray(value[0])
      : levels > 1 && isObject(value) && holdsList(value, levels - 1),
  )
