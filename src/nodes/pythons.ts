import type { AnyPython } from '@/contract/python'

const found = import.meta.glob<AnyPython>('./*/*/python.ts', { eager: true, import: 'default' })

/** The Python form of each node type; loaded when an export is asked for. */
export const pythons: ReadonlyMap<string, AnyPython> = new Map(
  Object.values(found).map((form) => [form.type, form]),
)
