/** What one column was set to. */
export interface Assignment {
  column: string
  choice: string
}

type Entry = Record<string, unknown> & { column: string }

const isEntry = (item: unknown): item is Entry =>
  typeof item === 'object' && item !== null && typeof (item as Entry).column === 'string'

/** Reads a list of `{ column, role }` or `{ column, type }`. */
export function assignments(value: unknown): Assignment[] {
  const entries = Array.isArray(value) ? value.filter(isEntry) : []
  return entries.map((entry) => ({ column: entry.column, choice: String(entry.role ?? entry.type ?? '') }))
}

/** The list with one column set anew at its place, or left out for null. */
export function withAssignment(
  value: unknown,
  key: 'role' | 'type',
  column: string,
  choice: string | null,
): Entry[] {
  const entries = Array.isArray(value) ? value.filter(isEntry) : []
  if (choice === null) return entries.filter((entry) => entry.column !== column)
  const entry: Entry = { column, [key]: choice }
  const at = entries.findIndex((candidate) => candidate.column === column)
  return at < 0 ? [...entries, entry] : entries.map((candidate, index) => (index === at ? entry : candidate))
}
