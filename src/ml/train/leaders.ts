import { allRows } from '@/values/table'

/**
 * Of each row the first one that is made of the same source, itself as a rule; undefined where no source comes twice.
 * @param sources of each row the row of the table that it is made of.
 */
export function leadersOf(sources: Int32Array): Int32Array | undefined {
  const first = new Map<number, number>()
  const leaders = sources.map((source, row) => {
    const known = first.get(source)
    if (known === undefined) first.set(source, row)
    return known ?? row
  })
  return first.size < sources.length ? leaders : undefined
}

/** The rows that lead: one for each source. */
export const leadingRows = (count: number, leaders: Int32Array | undefined): Int32Array =>
  leaders ? allRows(count).filter((row) => leaders[row] === row) : allRows(count)

/** The rows that are made of the same as some leading rows; these themselves, in their order, where none comes twice. */
export function withFollowers(leading: Int32Array, leaders: Int32Array | undefined): Int32Array {
  if (!leaders) return leading
  const wanted = new Set(leading)
  return allRows(leaders.length).filter((row) => wanted.has(leaders[row]))
}
