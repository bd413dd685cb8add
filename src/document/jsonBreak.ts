/** Engines say in words of their own, or not at all, where a text stops being JSON. */
const token =
  /[ \t\r\n]*(?:([[\]{},:])|("[^"\\]*(?:\\.[^"\\]*)*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y

/** What may come next. */
type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end'

/** The line, counted from 1, of the first sign that cannot be part of JSON; the last line for a text that is cut off. */
export function lineOfBreak(text: string): number {
  const open: string[] = []
  let expected: Expected = 'value'
  let at = 0
  for (;;) {
    token.lastIndex = at
    const match = token.exec(text)
    const next: Expected | null = match ? after(expected, match, open) : null
    if (!match || !next) return lineAt(text, at)
    expected = next
    at = token.lastIndex
    if (expected === ', or end' && open.length === 0) return lineAt(text, at)
  }
}

/** What is expected after the token, or null when the token does not belong here. */
function after(
  expected: Expected,
  [, sign, string, scalar]: RegExpExecArray,
  open: string[],
): Expected | null {
  if (expected === ':') return sign === ':' ? 'value' : null
  if (expected.startsWith('key') && string !== undefined) return ':'
  if (expected.startsWith('value')) {
    if (string !== undefined || scalar !== undefined) return ', or end'
    if (sign === '{' || sign === '[') {
      open.push(sign)
      return sign === '{' ? 'key or }' : 'value or ]'
    }
  }
  const inside = open[open.length - 1]
  if (sign === ',' && expected === ', or end') return inside === '{' ? 'key' : 'value'
  const mayClose = expected === ', or end' || expected.endsWith(inside === '{' ? '}' : ']')
  if (!mayClose || sign !== (inside === '{' ? '}' : ']')) return null
  open.pop()
  return ', or end'
}

/** White space before the break belongs to the lines before it. */
function lineAt(text: string, at: number): number {
  const rest = text.slice(at)
  const start = at + rest.length - rest.trimStart().length
  return text.slice(0, start === text.length ? text.trimEnd().length : start).split('\n').length
}
