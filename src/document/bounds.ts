import { jsonPath, type DocumentError } from './errors'

export const bounds = {
  bytes: 32_000_000,
  depth: 64,
  text: 200_000,
  name: 1000,
  values: 2_000_000,
  /** Lists of the document; the same limits as in the schema. */
  lists: new Map([
    ['nodes', 2000],
    ['wires', 10_000],
    ['feedback', 200],
    ['notes', 500],
    ['files', 100],
  ]),
}

/** One open object or array on the way down. */
interface Frame {
  array: boolean
  /** Position in an array, or the key that is being read. */
  at: number | string
  expectsKey: boolean
}

/**
 * Looks over the text once, without recursion and without building values, before anything else may read it: neither
 * `JSON.parse` nor the schema is safe from deep or huge input. Whether the text is JSON at all is not its question.
 */
export function checkBounds(text: string): DocumentError | null {
  if (text.length > bounds.bytes)
    return { kind: 'too-large', path: '', bytes: text.length, limit: bounds.bytes }
  const stack: Frame[] = []
  let values = 0
  const path = () => jsonPath(stack.map((frame) => frame.at))
  for (let i = 0; i < text.length; i++) {
    const sign = text[i]
    const frame = stack[stack.length - 1]
    if (sign === '"') {
      const end = endOfText(text, i + 1)
      const problem = checkText(text.slice(i, end + 1), frame, stack)
      if (problem) return { ...problem, path: path() }
      i = end
    } else if (sign === '{' || sign === '[') {
      if (stack.length === bounds.depth) return { kind: 'too-deep', path: path(), limit: bounds.depth }
      stack.push({ array: sign === '[', at: sign === '[' ? 0 : '', expectsKey: sign === '{' })
    } else if (sign === '}' || sign === ']') stack.pop()
    else if (sign === ',' && frame) {
      if (++values > bounds.values)
        return { kind: 'too-many', path: '', what: 'values', limit: bounds.values }
      step(frame)
      const list = checkList(stack)
      if (list) return list
    }
  }
  return null
}

function step(frame: Frame): void {
  if (typeof frame.at === 'number') frame.at++
  else frame.expectsKey = true
}

/** The closing quote, or the end of the text. */
function endOfText(text: string, start: number): number {
  for (let i = start; i < text.length; i++) {
    if (text[i] === '\\') i++
    else if (text[i] === '"') return i
  }
  return text.length
}

type Problem = { kind: 'text-too-long'; limit: number } | { kind: 'forbidden-name'; name: string }

/** `raw` has its quotes. A key is kept as the place; a text must not be too long, unless it is data in the file. */
function checkText(raw: string, frame: Frame | undefined, stack: Frame[]): Problem | null {
  if (!frame?.expectsKey) {
    return raw.length > bounds.text && !isFileContent(stack)
      ? { kind: 'text-too-long', limit: bounds.text }
      : null
  }
  if (raw.length > bounds.name) return { kind: 'text-too-long', limit: bounds.name }
  frame.expectsKey = false
  frame.at = plainText(raw)
  return frame.at === '__proto__' ? { kind: 'forbidden-name', name: frame.at } : null
}

function plainText(raw: string): string {
  if (!raw.includes('\\')) return raw.slice(1, -1)
  try {
    return String(JSON.parse(raw))
  } catch {
    // Not JSON; the parser will say so, with its place.
    return raw.slice(1, -1)
  }
}

const isFileContent = (stack: Frame[]): boolean =>
  stack.length === 3 && stack[0].at === 'files' && stack[2].at === 'content'

function checkList(stack: Frame[]): DocumentError | null {
  if (stack.length !== 2 || !stack[1].array) return null
  const what = String(stack[0].at)
  const limit = bounds.lists.get(what)
  return limit !== undefined && Number(stack[1].at) >= limit
    ? { kind: 'too-many', path: what, what, limit }
    : null
}
