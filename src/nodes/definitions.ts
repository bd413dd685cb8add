import type { AnyDefinition, Definitions } from '@/contract/node'

const found = import.meta.glob<AnyDefinition>('./*/*/definition.ts', { eager: true, import: 'default' })

/** Every node type, in the order of its path; a new folder is found by itself. */
export const definitions: Definitions = new Map(
  Object.values(found).map((definition) => [definition.type, definition]),
)
