import type { Table } from 'dexie'
import type { Deployment } from '@/values/deployment'
import { place, versionInfo, type Release } from '@/values/release'

/** Before there were releases, the newest version of a name answered. */
export async function makeReleases(deployments: Table<Deployment>, releases: Table<Release>): Promise<void> {
  const made = new Map<string, Release>()
  await deployments.orderBy('[name+version]').each((deployment) => {
    const { name } = deployment
    const placement = { name, alias: 'champion' as const, share: 0 }
    made.set(name, place(made.get(name) ?? null, versionInfo(deployment), placement))
  })
  await releases.bulkPut([...made.values()])
}
