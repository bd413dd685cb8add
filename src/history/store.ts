import { database } from '@/storage/database'
import type { UrgentRow } from '@/storage/urgent'
import type { Iteration } from './types'

/** What changes about an iteration after it was made; kept apart, so that the record itself is only ever added. */
type Marks = Pick<Iteration, 'name' | 'starred' | 'annotation' | 'repeats' | 'durationMs' | 'durations'>

const marksOf = ({ name, starred, annotation, repeats, durationMs, durations }: Iteration): Marks => ({
  name,
  starred,
  annotation,
  repeats,
  durationMs,
  durations,
})

/** Adds the iterations that are new and refreshes the marks of those that are known, all of them or none. */
export async function storeIterations(iterations: readonly Iteration[]): Promise<void> {
  await database.transaction('rw', database.iterations, database.marks, async () => {
    for (const iteration of iterations) {
      const { id, documentId } = iteration
      const known = await database.iterations.where('id').equals(id).count()
      if (known === 0) await database.iterations.add({ id, documentId, value: iteration })
      else await database.marks.put({ id, documentId, value: marksOf(iteration) })
    }
  })
}

/** Rows that hold an iteration and its marks, for a write that cannot ask first what is known. */
export function iterationRows(iteration: Iteration): UrgentRow[] {
  const { id, documentId } = iteration
  return [
    { store: 'iterations', value: { id, documentId, value: iteration } },
    { store: 'marks', value: { id, documentId, value: marksOf(iteration) } },
  ]
}

export async function forgetIterations(documentId: string): Promise<void> {
  await database.iterations.where('documentId').equals(documentId).delete()
  await database.marks.where('documentId').equals(documentId).delete()
}

/** The iterations of a document in the order they were made. */
export async function loadIterations(documentId: string): Promise<Iteration[]> {
  const [records, marks] = await Promise.all([
    database.iterations.where('documentId').equals(documentId).toArray(),
    database.marks.where('documentId').equals(documentId).toArray(),
  ])
  const marked = new Map(marks.map((mark) => [mark.id, mark.value as Marks]))
  return records
    .map((record) => ({ ...(record.value as Iteration), ...marked.get(record.id) }))
    .sort((a, b) => a.number - b.number)
}
