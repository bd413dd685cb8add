import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { emptyWorkflow } from '@/document/edits'
import type { Workflow } from '@/document/schema'
import { storeIterations } from '@/history/store'
import type { IterationToStore } from '@/history/types'
import { database } from '@/storage/database'
import { getDeployment, saveDeployment } from '@/storage/deployments'
import { logRequest, requestsSince } from '@/storage/requests'
import { putFile } from '@/storage/files'
import { writeDocument } from '@/storage/slots'
import type { Model } from '@/values/model'
import { deleteStored, newWorkflow } from './actions'
import { edit } from './documentStore'
import { closeDocument } from './session/session'

beforeEach(async () => {
  await closeDocument()
  await Promise.all(database.tables.map((table) => table.clear()))
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const entry = (hash: string) => ({ hash, name: 'a.csv', size: 4, content: null })

/** A document on the device that names these files. */
async function store(id: string, hashes: string[]): Promise<Workflow> {
  const document = { ...emptyWorkflow(id), files: hashes.map(entry) }
  await writeDocument(id, 1, JSON.stringify(document))
  return document
}

const keptFiles = async () => (await database.files.toCollection().primaryKeys()).sort()

it('deletes the data of a workflow, but none that another one names', async () => {
  const [mine, shared, other] = await Promise.all(
    ['mine', 'both', 'other'].map((text) => putFile(bytesOf(text))),
  )
  await store('gone', [mine, shared])
  await store('stays', [shared, other])
  await deleteStored('gone')
  expect(await keptFiles()).toEqual([shared, other].sort())
  expect(await database.slots.toCollection().primaryKeys()).toEqual([['stays', 1]])
})

it('keeps data that an iteration of another workflow may bring back, or a damaged one names', async () => {
  const [restorable, damaged, old] = await Promise.all(['1', '2', '3'].map((text) => putFile(bytesOf(text))))
  await store('gone', [restorable, damaged])
  const iteration = (id: string, documentId: string, hash: string) =>
    ({ id, documentId, number: 1, workflow: { files: [entry(hash)] } }) as unknown as IterationToStore
  await storeIterations([iteration('i', 'stays', restorable), iteration('j', 'gone', old)])
  await writeDocument('torn', 1, `{"files":[{"hash":"${damaged}"`)
  await deleteStored('gone')
  expect(await keptFiles()).toEqual([restorable, damaged].sort())
  expect(await database.iterations.toCollection().primaryKeys()).toEqual(['i'])
})

it('keeps data that the open workflow has, or could have again by undo', async () => {
  const [open, undone] = await Promise.all(['open', 'undone'].map((text) => putFile(bytesOf(text))))
  await store('gone', [open, undone])
  await newWorkflow()
  edit((document) => ({ ...document, files: [entry(undone)] }))
  edit((document) => ({ ...document, files: [entry(open)] }))
  await deleteStored('gone')
  expect(await keptFiles()).toEqual([open, undone].sort())
})

it('deletes what the workflow deployed, and the requests of a name that answers no more', async () => {
  const model = (fingerprint: string) =>
    ({ fingerprint, learner: { type: 'build/fake' }, contract: [] }) as unknown as Model
  const by = (id: string) => ({ id, name: id })
  await store('gone', [])
  await saveDeployment('mine', model('a'), by('gone'))
  await saveDeployment('taken', model('b'), by('other'))
  await saveDeployment('taken', model('c'), by('gone'))
  for (const name of ['mine', 'taken', 'mine too'])
    await logRequest(name, { at: 5, rows: [[1]], columns: ['x'] })
  await deleteStored('gone')
  expect(await getDeployment('mine')).toBeNull()
  expect(await requestsSince('mine', 0)).toEqual([])
  expect(await getDeployment('taken')).toMatchObject({ version: 1, by: by('other') })
  expect(await requestsSince('taken', 0)).toHaveLength(1)
  expect(await requestsSince('mine too', 0)).toHaveLength(1)
})

it('deletes all of it or nothing', async () => {
  const hash = await putFile(bytesOf('mine'))
  await store('gone', [hash])
  const fail = () => {
    throw new Error('the disk is gone')
  }
  database.files.hook('deleting', fail)
  await expect(deleteStored('gone')).rejects.toThrow()
  database.files.hook('deleting').unsubscribe(fail)
  expect(await database.slots.count()).toBe(1)
  expect(await keptFiles()).toEqual([hash])
})
