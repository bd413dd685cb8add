import { database } from './database'

/** A row that is to lie in a store, whatever lay there before. */
export interface UrgentRow {
  store: string
  value: unknown
}

/**
 * Writes all rows or none while the page is going away: every request is made at once and the transaction is
 * committed without waiting for an answer, so the browser finishes it though nobody will be there to hear.
 * @returns false where the storage is not open, so that nothing was written.
 */
export function writeUrgently(rows: readonly UrgentRow[]): boolean {
  try {
    const stores = [...new Set(rows.map(({ store }) => store))]
    const transaction = database.backendDB().transaction(stores, 'readwrite', { durability: 'strict' })
    for (const { store, value } of rows) transaction.objectStore(store).put(value)
    transaction.commit()
    return true
  } catch {
    // Closed, full or forbidden; that nothing is saved is said by the autosave.
    return false
  }
}
