/** Edits of one group that follow each other within this time are one step of undo. */
export const groupingMs = 800

/**
 * Decides which edits begin a new step of undo: those without a group, of another group than the one before, or
 * later than 800 ms after it.
 */
export function undoGroups(now: () => number) {
  let last: { group: string | null; at: number } = { group: null, at: -Infinity }
  let fresh = true
  return {
    /** To be called before the edit is made. */
    enter(group: string | null): void {
      const at = now()
      fresh = group === null || group !== last.group || at - last.at > groupingMs
      last = { group, at }
    },
    startsNewStep: (): boolean => fresh,
    /** The next edit begins a new step whatever its group. */
    close(): void {
      last = { group: null, at: -Infinity }
      fresh = true
    },
  }
}
