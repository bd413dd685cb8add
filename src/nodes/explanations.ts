import type { Explanation } from '@/contract/explanation'

const found = import.meta.glob<Explanation>('./*/*/explain.ts', { eager: true, import: 'default' })

/** What a teacher would say, by node type: one file, loaded when a person first asks. */
export const explanations: ReadonlyMap<string, Explanation> = new Map(
  Object.entries(found).map(([path, explanation]) => [path.slice(2, -'/explain.ts'.length), explanation]),
)
