import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import { expect, it } from 'vitest'
import { database } from './database'
import { getDeployment, saveDeployment } from './deployments'
import { getRelease, listReleases } from './releases'
import { requestsSince } from './requests'

const model = (fingerprint: string) => ({
  fingerprint,
  learner: { type: 'build/fake' },
  contract: [{ name: 'age' }],
})
const deployment = (name: string, version: number) => ({
  kind: 'deployment',
  name,
  version,
  deployedAt: version,
  model: model(`${name} ${version}`),
})

/** A database as version 3 left it: the newest version of a name answered. */
async function leaveVersionThree(): Promise<void> {
  const old = new Dexie('stagecraft')
  old.version(3).stores({ deployments: '[name+version], name', requests: '++id, [name+at]' })
  await old
    .table('deployments')
    .bulkAdd([deployment('iris', 9), deployment('iris', 10), deployment('cars', 2), deployment('iris', 8)])
  await old.table('requests').add({ name: 'iris', at: 5, rows: [[1]], columns: ['age'] })
  old.close()
}

it('opens a database of version 3: the newest version goes on answering, and counting goes on from it', async () => {
  await leaveVersionThree()
  expect((await listReleases()).map(({ name, champion, past }) => [name, champion, past])).toEqual([
    ['cars', 2, []],
    ['iris', 10, [8, 9]],
  ])
  expect(await getDeployment('iris')).toMatchObject({ version: 10 })
  expect(await requestsSince('iris', 0)).toMatchObject([{ rows: [[1]] }])
  expect((await saveDeployment('iris', model('new') as never)).version).toBe(11)
  expect(await getRelease('iris')).toMatchObject({ champion: 11, past: [8, 9, 10], latest: 11 })
  expect(await database.deployments.count()).toBe(5)
})
