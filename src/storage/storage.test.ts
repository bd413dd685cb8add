import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hashBytes } from '@/base/hash'
import type { Model } from '@/values/model'
import { database } from './database'
import { getDeployment, saveDeployment } from './deployments'
import { logRequest, requestLimits, requestsSince, watchTraffic } from './requests'
import { getFile, openFile, putFile } from './files'
import { listDocumentTexts, readDocument, writeDocument } from './slots'

beforeEach(async () => {
  await Promise.all(database.tables.map((table) => table.clear()))
})

describe('slots', () => {
  it('reads what was written last', async () => {
    for (let sequence = 1; sequence <= 5; sequence++) await writeDocument('d', sequence, `text ${sequence}`)
    expect(await readDocument('d')).toMatchObject({ text: 'text 5', sequence: 5 })
    expect(await database.slots.count()).toBe(2)
  })

  it('falls back to the version before when the newest was torn', async () => {
    await writeDocument('d', 1, 'first')
    await writeDocument('d', 2, 'second')
    await database.slots.update(['d', 0], { text: 'sec' })
    expect(await readDocument('d')).toMatchObject({ text: 'first', sequence: 1 })
  })

  it('writes over the torn slot next, never over the whole one', async () => {
    await writeDocument('d', 1, 'first')
    await writeDocument('d', 2, 'second')
    await database.slots.update(['d', 0], { checksum: '' })
    const { sequence } = (await readDocument('d'))!
    await writeDocument('d', sequence + 1, 'again')
    const slots = await database.slots.toArray()
    expect(slots.map((slot) => slot.text)).toEqual(['again', 'first'])
  })

  it('keeps documents apart and has nothing for unknown ones', async () => {
    await writeDocument('a', 1, 'A')
    await writeDocument('b', 1, 'B')
    expect((await readDocument('a'))?.text).toBe('A')
    expect(await readDocument('c')).toBeNull()
    expect((await listDocumentTexts()).map((one) => one.documentId).sort()).toEqual(['a', 'b'])
  })
})

describe('files', () => {
  it('keeps the same content once, under its hash', async () => {
    const bytes = new TextEncoder().encode('a,b\n1,2\n')
    const hash = await putFile(bytes)
    expect(hash).toBe(hashBytes(bytes))
    await putFile(bytes.slice())
    expect(await database.files.count()).toBe(1)
    expect(await getFile(hash)).toEqual(bytes)
    expect(await getFile('0'.repeat(32))).toBeNull()
  })

  it('keeps a file as it is, and reads any part of it', async () => {
    const hash = await putFile(new File(['a,b\n1,2\n'], 'a.csv'))
    const kept = await openFile(hash)
    expect(new TextDecoder().decode(await kept?.read(4, 7))).toBe('1,2')
    expect(await getFile(hash)).toEqual(new TextEncoder().encode('a,b\n1,2\n'))
    expect(await openFile('0'.repeat(32))).toBeNull()
  })
})

const model = (fingerprint: string) =>
  ({
    fingerprint,
    learner: { type: 'build/fake' },
    contract: [],
    weights: { w: Float64Array.of(1, 2) },
  }) as unknown as Model

describe('deployments', () => {
  it('counts versions up, and the same model keeps its version and its time', async () => {
    const first = await saveDeployment('iris', model('a'))
    expect(await saveDeployment('iris', model('a'))).toEqual(first)
    expect((await saveDeployment('iris', model('b'))).version).toBe(2)
    expect((await getDeployment('iris'))?.model.weights.w).toEqual(Float64Array.of(1, 2))
    await saveDeployment('cars', model('c'))
    expect((await getDeployment('cars'))?.version).toBe(1)
    expect(await getDeployment('nothing')).toBeNull()
  })
})

describe('a name that another workflow held', () => {
  const mine = { id: 'mine', name: 'Mine' }
  const other = { id: 'other', name: 'Other' }

  it('is told with the version that took it over, until the next version', async () => {
    expect(await saveDeployment('iris', model('a'), other)).not.toHaveProperty('tookOverFrom')
    expect((await saveDeployment('iris', model('b'), other)).tookOverFrom).toBeUndefined()
    expect(await saveDeployment('iris', model('c'), mine)).toMatchObject({ by: mine, tookOverFrom: other })
    expect((await saveDeployment('iris', model('c'), mine)).tookOverFrom).toEqual(other)
    expect((await saveDeployment('iris', model('d'), mine)).tookOverFrom).toBeUndefined()
    expect((await saveDeployment('cars', model('d'), mine)).tookOverFrom).toBeUndefined()
  })

  it('is not taken over by the very same model, whose answers are the same', async () => {
    await saveDeployment('iris', model('a'), other)
    const same = await saveDeployment('iris', model('a'), mine)
    expect(same).toMatchObject({ version: 1, by: other })
    expect(same.tookOverFrom).toBeUndefined()
  })
})

describe('versions of a deployment', () => {
  it('are kept for the champion, the one before it and the two newest others, under each name', async () => {
    await saveDeployment('cars', model('z'))
    for (const fingerprint of ['a', 'b', 'c', 'd', 'e']) await saveDeployment('iris', model(fingerprint))
    const kept = await database.deployments.orderBy('[name+version]').keys()
    expect(kept).toEqual([
      ['cars', 1],
      ['iris', 2],
      ['iris', 3],
      ['iris', 4],
      ['iris', 5],
    ])
  })
})

describe('request log', () => {
  it('answers the requests since a moment, of one name only', async () => {
    for (const at of [1, 2, 3]) await logRequest('iris', { at, rows: [[at]], columns: ['x'] })
    await logRequest('cars', { at: 2, rows: [[9]], columns: ['x'] })
    expect((await requestsSince('iris', 2)).map((request) => request.rows)).toEqual([[[2]], [[3]]])
  })

  it('is bounded: the oldest requests are dropped', async () => {
    const rows = Array.from({ length: requestLimits.rows / 2 }, () => [1])
    for (const at of [1, 2, 3, 4]) await logRequest('iris', { at, rows, columns: ['x'] })
    expect((await requestsSince('iris', 0)).map((request) => request.at)).toEqual([3, 4])
  })

  it('tells the newest requests first, and how many made room', async () => {
    const rows = Array.from({ length: requestLimits.rows / 2 }, () => [1])
    for (const at of [1, 2, 3, 4, 5]) await logRequest('iris', { at, rows, columns: ['x'] })
    const traffic = await new Promise((resolve) => watchTraffic('iris', resolve))
    expect(traffic).toMatchObject({ newest: [{ at: 5 }, { at: 4 }], total: 2, dropped: 3 })
  })

  it('keeps as many answers of a large request as rows', async () => {
    const many = requestLimits.rows + 5
    const answer = { version: 1, predictions: Array(many).fill('a'), scores: Array(many).fill(1) }
    await logRequest('iris', { at: 1, rows: Array(many).fill([1]), columns: ['x'], answer })
    const [kept] = await requestsSince('iris', 0)
    expect([kept.rows, kept.answer!.predictions, kept.answer!.scores!].map((list) => list.length)).toEqual(
      Array(3).fill(requestLimits.rows),
    )
  })

  it('gives up the older half of the log when the device is full, and nothing else', async () => {
    for (const at of [1, 2, 3, 4]) await logRequest('iris', { at, rows: [[1]], columns: ['x'] })
    await saveDeployment('iris', model('a'))
    const full = vi.spyOn(database.requests, 'add').mockRejectedValueOnce(new Error('QuotaExceededError'))
    await logRequest('iris', { at: 5, rows: [[1]], columns: ['x'] })
    full.mockRestore()
    expect((await requestsSince('iris', 0)).map((request) => request.at)).toEqual([3, 4, 5])
    expect(await getDeployment('iris')).not.toBeNull()
  })
})
