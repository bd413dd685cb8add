import { loadIterations } from '@/history/store'
import type { Iteration } from '@/history/types'
import { readSetting } from '@/storage/settings'
import { emptyHistory, historyStore } from '../historyStore'
import { showResults } from '../results'
import { factsKey, type DocumentFacts } from './current'

/** The history of a document, and what else this device knows of it. */
export interface Past {
  iterations: Iteration[]
  current: Iteration | null
  /** Null for a document that was never open here. */
  trusted: boolean | null
}

/** @param extra iterations that come with the document and are not stored yet. */
export async function readPast(documentId: string, extra: readonly Iteration[] = []): Promise<Past> {
  const stored = await loadIterations(documentId)
  const facts = await readSetting<DocumentFacts>(factsKey(documentId))
  return pastOf([...stored, ...extra], facts)
}

export function pastOf(iterations: Iteration[], facts: DocumentFacts | null): Past {
  const current = iterations.find((iteration) => iteration.id === facts?.current) ?? iterations.at(-1) ?? null
  return { iterations, current, trusted: facts?.trusted ?? null }
}

/** Puts history and recorded results on the screen. */
export function showPast({ iterations, current }: Past): void {
  historyStore.setState({ ...emptyHistory, iterations, current: current?.id ?? null })
  showResults(current)
}

/** The same document again after another tab saved it: what was ticked and proposed here stays. */
export function refreshPast({ iterations, current }: Past): void {
  historyStore.setState(({ compared }) => ({
    iterations,
    current: current?.id ?? null,
    compared: compared.filter((id) => iterations.some((iteration) => iteration.id === id)),
  }))
  showResults(current)
}
