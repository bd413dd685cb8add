import type { DeployedBy, Deployment } from '@/values/deployment'
import type { Model } from '@/values/model'
import { asChampion, knownVersion, leftOf, place, versionInfo, type Placement } from '@/values/release'
import { database } from './database'
import { getRelease, getVersion, listReleases, storeRelease } from './releases'
import { forgetRequests } from './requests'

/**
 * Puts a model to use under a name, as its next version, from 1 on. A model that is kept already keeps its version and
 * its time. A version that takes the name over from another workflow says so, and so does the same model again.
 */
export function saveDeployment(
  name: string,
  model: Model,
  by?: DeployedBy,
  placement: Placement = asChampion,
): Promise<Deployment> {
  return database.transaction('rw', database.deployments, database.releases, async () => {
    const release = await getRelease(name)
    const known = knownVersion(release, model.fingerprint)
    const current = release && (await getVersion(name, release.champion))
    const deployment = known
      ? (await getVersion(name, known.version))!
      : newVersion({ name, model, by, current, version: (release?.latest ?? 0) + 1 })
    await storeRelease(place(release, versionInfo(deployment), { name, ...placement }))
    if (!known) await database.deployments.add(deployment)
    return deployment
  })
}

interface NewVersion extends Pick<Deployment, 'name' | 'version' | 'model'> {
  by: DeployedBy | undefined
  current: Deployment | null
}

const newVersion = ({ name, version, model, by, current }: NewVersion): Deployment => ({
  kind: 'deployment',
  name,
  version,
  deployedAt: Date.now(),
  model,
  ...(by ? { by } : {}),
  ...(by && current?.by && current.by.id !== by.id ? { tookOverFrom: current.by } : {}),
})

/** The version that answers under a name; null when there is none. */
export async function getDeployment(name: string): Promise<Deployment | null> {
  const release = await getRelease(name)
  return release && getVersion(name, release.champion)
}

/** Deletes what a workflow has deployed, and what was asked of the names under which nothing answers then. */
export async function forgetDeployments(documentId: string): Promise<void> {
  for (const release of await listReleases()) {
    const { name } = release
    const gone = release.versions.filter(({ by }) => by?.id === documentId)
    await database.deployments.bulkDelete(gone.map(({ version }): [string, number] => [name, version]))
    const left = leftOf(release, (info) => !gone.includes(info))
    if (left) await database.releases.put(left)
    else await forgetName(name)
  }
}

async function forgetName(name: string): Promise<void> {
  await database.releases.delete(name)
  await forgetRequests(name)
}
