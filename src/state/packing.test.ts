import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { addFile, addNode, emptyWorkflow, removeItems } from '@/document/edits'
import { loadWorkflow } from '@/document/load'
import { writeWorkflow } from '@/document/save'
import type { Workflow } from '@/document/schema'
import { database } from '@/storage/database'
import { getFile, putFile } from '@/storage/files'
import { insideLimit, packFiles, unpackFiles } from './packing'

async function withFile(size: number): Promise<Workflow> {
  const bytes = Uint8Array.from({ length: size }, (_, i) => i % 251)
  const file = { hash: await putFile(bytes), name: 'data.csv', size }
  const node = { definition: { type: 'gather/file', version: 1 }, position: { x: 0, y: 0 }, params: { file } }
  return addFile(addNode(emptyWorkflow('test'), node).document, { ...file, content: null })
}

describe('data inside a workflow file', () => {
  it('travels to another device up to 1 MB and comes out byte for byte', async () => {
    const document = await withFile(insideLimit)
    const text = writeWorkflow(await packFiles(document, insideLimit))
    const bytes = await getFile(document.files[0].hash)
    await database.files.clear()
    const loaded = loadWorkflow(text)
    expect(loaded.ok ? null : loaded.error).toBeNull()
    const unpacked = await unpackFiles(loaded.ok ? loaded.value : document)
    expect(unpacked).toEqual(document)
    expect(await getFile(document.files[0].hash)).toEqual(bytes)
  })

  it('is only named when it is larger, not wanted or not used any more', async () => {
    const large = await packFiles(await withFile(insideLimit + 1), insideLimit)
    expect(large.files[0].content).toBeNull()
    const small = await withFile(10)
    expect((await packFiles(small, 0)).files[0].content).toBeNull()
    expect((await packFiles(removeItems(small, ['file']), insideLimit)).files).toEqual([])
  })

  it('is not taken when it is not what its hash says', async () => {
    const packed = await packFiles(await withFile(20), insideLimit)
    await database.files.clear()
    const forged = { ...packed, files: [{ ...packed.files[0], content: 'AAAA' }] }
    expect((await unpackFiles(forged)).files[0].content).toBeNull()
    expect(await database.files.count()).toBe(0)
  })
})
