import { compareIterations, type Comparison } from '@/history/compare'
import type { Workflow } from '@/document/schema'
import type { Iteration } from '@/history/types'
import { definitions } from '@/nodes/definitions'
import { documentStore, edit } from '../documentStore'
import { historyStore } from '../historyStore'
import { showResults } from '../results'
import { runStore } from '../runStore'
import { keepHistory } from '../session/saving'

const find = (id: string) => historyStore.getState().iterations.find((iteration) => iteration.id === id)

/** What a restore changed beside the document, by the document that it gave; undo and redo change it back. */
const restores = new WeakMap<Workflow, { before: Workflow; from: string | null; to: string }>()

documentStore.subscribe((now, then) => {
  const undone = restores.get(then.document)
  if (undone?.before === now.document) standOn(undone.from)
  const done = restores.get(now.document)
  if (done?.before === then.document) standOn(done.to)
})

/** The next run is a child of this iteration, whose results are shown. */
function standOn(id: string | null): void {
  showResults(id === null ? null : (find(id) ?? null))
  historyStore.setState({ current: id, proposals: [] })
  keepHistory()
}

/**
 * Brings back the workflow of an iteration, with its results; the next run makes a branch from it. The document keeps
 * its name and notes, and undo leads back to what was there before, the parent of the next run included.
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
  const { document } = documentStore.getState()
  const restored = { ...document, seed, nodes, wires, feedback, files }
  restores.set(restored, { before: document, from: historyStore.getState().current, to: id })
  edit(() => restored)
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
