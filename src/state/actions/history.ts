import { compareIterations, type Comparison } from '@/history/compare'
import type { Iteration } from '@/history/types'
import { definitions } from '@/nodes/definitions'
import { documentStore, edit } from '../documentStore'
import { historyStore } from '../historyStore'
import { showResults } from '../results'
import { runStore } from '../runStore'
import { keepHistory } from '../session/saving'

const find = (id: string) => historyStore.getState().iterations.find((iteration) => iteration.id === id)

/**
 * Brings back the workflow of an iteration, with its results; the next run makes a branch from it. The document keeps
 * its name and notes, and undo leads back to what was there before.
 */
export function restoreIteration(id: string): void {
  const iteration = find(id)
  if (
    !iteration ||
    documentStore.getState().mode === 'read-only' ||
    runStore.getState().running?.kind === 'run'
  )
    return
  const { seed, nodes, wires, feedback, files } = iteration.workflow
  edit((document) => ({ ...document, seed, nodes, wires, feedback, files }))
  showResults(iteration)
  historyStore.setState({ current: id, proposals: [] })
  keepHistory()
}

function mark(id: string, marks: Partial<Pick<Iteration, 'name' | 'starred' | 'annotation'>>): void {
  const iteration = find(id)
  if (!iteration || documentStore.getState().mode === 'read-only') return
  const marked = { ...iteration, ...marks }
  historyStore.setState(({ iterations }) => ({
    iterations: iterations.map((old) => (old.id === id ? marked : old)),
  }))
  keepHistory([marked])
}

export const nameIteration = (id: string, name: string): void => mark(id, { name: name.trim().slice(0, 200) })

export const starIteration = (id: string, starred: boolean): void => mark(id, { starred })

export const annotateIteration = (id: string, text: string): void =>
  mark(id, { annotation: text.slice(0, 5000) })

/** Chooses an iteration for comparison, or lets it go. */
export function toggleCompared(id: string): void {
  if (!find(id)) return
  historyStore.setState(({ compared }) => ({
    compared: compared.includes(id) ? compared.filter((other) => other !== id) : [...compared, id],
  }))
}

/** What differs between the chosen iterations, oldest first; null with fewer than two. */
export function comparison(): Comparison | null {
  const { iterations, compared } = historyStore.getState()
  const chosen = iterations.filter((iteration) => compared.includes(iteration.id))
  return chosen.length < 2 ? null : compareIterations(chosen, definitions)
}
