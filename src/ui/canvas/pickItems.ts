import { stageTitle, type StageId } from '@/contract/stages'
import type { AnyDefinition } from '@/contract/node'

export interface PickItem {
  id: string
  title: string
  detail: string
  stage: StageId | null
  /** Further words that find it. */
  words: string
}

/** Items that have every word of the search; those whose title begins with it come first. */
export function filterItems(items: readonly PickItem[], search: string): PickItem[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return [...items]
  const text = (item: PickItem) => `${item.title} ${item.detail} ${item.words}`.toLowerCase()
  const found = items.filter((item) => words.every((word) => text(item).includes(word)))
  const rank = (item: PickItem) => {
    const title = item.title.toLowerCase()
    return title.startsWith(words[0]) ? 0 : title.includes(words[0]) ? 1 : 2
  }
  return found.sort((a, b) => rank(a) - rank(b))
}

/** A node type as an entry of a list. */
export const typeItem = (definition: AnyDefinition): PickItem => ({
  id: definition.type,
  title: definition.title,
  detail: stageTitle(definition.stage),
  stage: definition.stage,
  words: `${definition.type} ${definition.summary}`,
})
