import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { getDeployment } from '@/storage/deployments'
import type { Model } from '@/values/model'
import { createWorkerHost } from './host'

const model = (fingerprint: string) =>
  ({ fingerprint, learner: { type: 'build/fake' }, contract: [] }) as unknown as Model
const never = () => Promise.reject(new Error('not asked'))

it('deploys in the name of the workflow that runs', async () => {
  const shop = createWorkerHost([], never, { id: 'shop', name: 'Shop' })
  const farm = createWorkerHost([], never, { id: 'farm', name: 'Farm' })
  await shop.deploy('model', model('a'))
  expect((await farm.deploy('model', model('b'))).tookOverFrom).toEqual({ id: 'shop', name: 'Shop' })
  expect(await getDeployment('model')).toMatchObject({ version: 2, by: { id: 'farm', name: 'Farm' } })
})
