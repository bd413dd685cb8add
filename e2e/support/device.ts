import type { Page } from '@playwright/test'
import type { Iteration } from '../../src/history/types'

/** Everything in one store of the device's database, as a reload would find it. */
export function stored<T>(page: Page, store: string): Promise<T[]> {
  return page.evaluate(
    (name) =>
      new Promise<unknown[]>((resolve, reject) => {
        const opening = indexedDB.open('stagecraft')
        opening.onerror = () => reject(opening.error)
        // Only looks: where the app has made no database yet, none is made here.
        opening.onupgradeneeded = () => opening.transaction!.abort()
        opening.onsuccess = () => {
          const reading = opening.result.transaction(name).objectStore(name).getAll()
          reading.onsuccess = () => {
            opening.result.close()
            resolve(reading.result)
          }
        }
      }),
    store,
  ) as Promise<T[]>
}

/** The iterations on this device, the newest last. */
export async function storedIterations(page: Page): Promise<Iteration[]> {
  const records = await stored<{ value: Iteration }>(page, 'iterations')
  return records.map(({ value }) => value).sort((a, b) => a.at - b.at)
}
