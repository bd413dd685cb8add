import { beforeEach, describe, expect, it } from 'vitest'
import type { JsonObject } from '@/base/json'
import { MemoryReleases } from '@/contract/memoryReleases'
import { answer, type EndpointSources } from './answer'
import { fakeEndpoint, infer, model } from './answer.fixture'

const input = (name: string, data: unknown[]) => ({ name, datatype: 'FP64', shape: [data.length], data })
const good = { inputs: [input('age', [30]), input('share', [0.6])] }
const get = (path: string) => infer('', { method: 'GET', path })

let memory: MemoryReleases
let sources: EndpointSources

/** Version 1 says yes from 0.5 on, version 2 from 0.9 on. */
beforeEach(async () => {
  memory = new MemoryReleases(() => 7)
  sources = memory.sources(fakeEndpoint().sources.catalog)
  await memory.deploy('shop', model)
  await memory.deploy(
    'shop',
    { ...model, fingerprint: 'g', threshold: 0.9 },
    { alias: 'challenger', share: 0.3 },
  )
})

const versionAt = async (path: string, chance = 0.99) =>
  (await answer(infer(good, { path }), { ...sources, chance: () => chance })).body as JsonObject

describe('versions of an endpoint', () => {
  it('the champion answers but for the share of the challenger', async () => {
    expect(await versionAt('/models/shop/infer', 0.3)).toMatchObject({ model_version: '1' })
    expect(await versionAt('/models/shop/infer', 0.29)).toMatchObject({ model_version: '2' })
    const logged = await memory.requests('shop')
    expect(logged.map(({ alias, answer: said }) => [alias, said?.version, said?.predictions])).toEqual([
      ['champion', 1, ['yes']],
      ['challenger', 2, ['no']],
    ])
  })

  it.each([
    ['/models/shop/versions/2/infer', '2'],
    ['/models/shop/versions/champion/infer', '1'],
    ['/models/shop/versions/challenger/infer', '2'],
  ])('%s asks that one', async (path, version) => {
    expect(await versionAt(path)).toMatchObject({ model_version: version })
  })

  it.each(['3', 'shadow', '-1', 'x', '1e9', ''])('has no version “%s”, and says so', async (version) => {
    const reply = await answer(infer(good, { path: `/models/shop/versions/${version}/infer` }), sources)
    expect(reply).toMatchObject({ status: 404, body: { error: expect.stringContaining('shop') } })
  })

  it('the shadow is asked the same and never heard', async () => {
    await memory.deploy('shop', { ...model, fingerprint: 'h', threshold: 0.9 }, { alias: 'shadow', share: 0 })
    expect(await versionAt('/models/shop/infer')).toMatchObject({ model_version: '1' })
    expect((await memory.requests('shop'))[0]).toMatchObject({
      answer: { version: 1, predictions: ['yes'] },
      shadow: { version: 3, predictions: ['no'], scores: [0.6] },
    })
  })

  it('a shadow that cannot answer is written down, and the caller hears nothing of it', async () => {
    const other = { ...model, fingerprint: 'h', features: ['colour'] }
    await memory.deploy('shop', other, { alias: 'shadow', share: 0 })
    expect(await versionAt('/models/shop/infer')).toMatchObject({ model_version: '1' })
    expect((await memory.requests('shop'))[0].shadow).toEqual({
      version: 3,
      error: expect.stringMatching(/\w/),
    })
  })

  it('lists the names, and the versions of one with what they are for', async () => {
    expect((await answer(get('/models'), sources)).body).toEqual({ models: [{ name: 'shop' }] })
    expect((await answer(get('/models/shop'), sources)).body).toMatchObject({
      versions: ['1', '2'],
      release: {
        champion: 1,
        challenger: 2,
        challenger_share: 0.3,
        versions: [
          { version: 1, alias: 'champion' },
          { version: 2, alias: 'challenger' },
        ],
      },
    })
  })

  it('describes how it is asked as an OpenAPI document with its inputs and outputs', async () => {
    const { status, body } = await answer(get('/models/shop/openapi.json'), sources)
    expect(status).toBe(200)
    const text = JSON.stringify(body)
    expect(body).toMatchObject({ openapi: '3.1.0', info: { version: '1' } })
    for (const part of ['/v2/models/shop/infer', '"const":"share"', '"const":"probabilities"', '"422"'])
      expect(text).toContain(part)
  })
})
