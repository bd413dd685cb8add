// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { InferReply } from '@/contract/run'
import type { EndpointAccess } from '@/kit/view'
import { show } from '@/kit/testing'
import { describeModel } from '@/ml/inference/protocol'
import { describeRelease } from '@/ml/inference/release'
import type { Deployment } from '@/values/deployment'
import { firstRelease, versionInfo } from '@/values/release'
import { AnsweringNotice } from './AnsweringNotice'
import type { EndpointPreview } from './preview'

const preview = { name: 'shop', version: 2, deployedAt: 1000 } as EndpointPreview

/** What the endpoint itself says of a deployment. */
const described = (more: Partial<Deployment>): InferReply => {
  const model = { contract: [], classes: [], learner: {} } as unknown as Deployment['model']
  const deployment: Deployment = {
    kind: 'deployment',
    name: 'shop',
    version: 2,
    deployedAt: 1000,
    model,
    ...more,
  }
  const release = firstRelease(versionInfo(deployment), 'shop')
  return { status: 200, body: { ...describeModel(deployment), ...describeRelease(release) } }
}

function showWith(reply: InferReply) {
  const asked: string[] = []
  const endpoint: EndpointAccess = {
    address: (name) => name,
    ask: () => Promise.reject(new Error('not asked')),
    describe: async (name) => (asked.push(name), reply),
    watch: () => () => {},
    watchTraffic: () => () => {},
    change: () => Promise.reject(new Error('not changed')),
  }
  show(<AnsweringNotice preview={preview} endpoint={endpoint} />)
  return asked
}

it('says that a recorded run has no endpoint here, after asking for it by its name', async () => {
  const asked = showWith({ status: 404, body: { error: 'There is no model' } })
  expect(await screen.findByText(/recorded run: nothing answers under “shop”/)).toBeTruthy()
  expect(screen.getByText('Press Run to start the endpoint here.')).toBeTruthy()
  expect(asked).toEqual(['shop'])
})

it.each<[string, Partial<Deployment>, RegExp]>([
  ['another version', { version: 3 }, /Under “shop” version 3 answers now/],
  ['another deployment of the same number', { deployedAt: 5 }, /version 2 answers now/],
  [
    'another workflow',
    { version: 7, deployedAt: 5, by: { id: 'w', name: 'Farm' } },
    /version 7 of the workflow “Farm” answers now/,
  ],
])('says when %s answers under the name', async (_, more, text) => {
  showWith(described(more))
  expect(await screen.findByText(text)).toBeTruthy()
})

it('says that the endpoint cannot be reached', async () => {
  showWith({ status: 503, body: { error: 'the service worker did not start' } })
  expect(await screen.findByText(/cannot be reached: the service worker did not start/)).toBeTruthy()
})

it('is silent when the endpoint holds what is shown', async () => {
  const asked = showWith(described({}))
  await expect.poll(() => asked.length).toBe(1)
  await Promise.resolve()
  expect(screen.queryByText(/./, { selector: 'p' })).toBeNull()
})
