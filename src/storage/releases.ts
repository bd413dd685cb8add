import { liveQuery } from 'dexie'
import type { Deployment } from '@/values/deployment'
import { changed, tidied, type Release, type ReleaseChange } from '@/values/release'
import { database } from './database'

/** Which versions answer under a name; null where nothing was deployed. */
export const getRelease = async (name: string): Promise<Release | null> =>
  (await database.releases.get(name)) ?? null

/** All names under which something answers, in the order of the alphabet. */
export const listReleases = (): Promise<Release[]> => database.releases.orderBy('name').toArray()

/** A version with its model; null where it is not kept any more. */
export const getVersion = async (name: string, version: number): Promise<Deployment | null> =>
  (await database.deployments.get([name, version])) ?? null

/** Tells which versions there are under a name, now and whenever that changes, in any tab. @returns how to stop it. */
export function watchRelease(name: string, tell: (release: Release | null) => void): () => void {
  const watching = liveQuery(() => getRelease(name)).subscribe({ next: tell })
  return () => watching.unsubscribe()
}

/** Changes which versions answer, and gives up models that are of no use any more. */
export function changeRelease(name: string, change: ReleaseChange): Promise<Release | null> {
  return database.transaction('rw', database.deployments, database.releases, async () => {
    const release = await getRelease(name)
    if (!release) return null
    return storeRelease(changed(release, change, Date.now()))
  })
}

/** Within a transaction over releases and deployments. */
export async function storeRelease(release: Release): Promise<Release> {
  const kept = tidied(release)
  const numbers = new Set(kept.versions.map(({ version }) => version))
  const gone = release.versions.filter(({ version }) => !numbers.has(version))
  await database.releases.put(kept)
  await database.deployments.bulkDelete(gone.map(({ version }): [string, number] => [kept.name, version]))
  return kept
}
