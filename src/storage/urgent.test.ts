import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { database } from './database'
import { makeSlot, readDocument, writeDocument } from './slots'
import { writeUrgently } from './urgent'

const urgent = (sequence: number, text: string) => ({ store: 'slots', value: makeSlot('d', sequence, text) })

beforeEach(async () => {
  await database.open()
  await Promise.all(database.tables.map((table) => table.clear()))
})

it('writes all rows without being waited for', async () => {
  await writeDocument('d', 1, 'before')
  const setting = { store: 'settings', value: { key: 'k', value: 7 } }
  expect(writeUrgently([urgent(2, 'last words'), setting])).toBe(true)
  expect(await readDocument('d')).toMatchObject({ text: 'last words', sequence: 2 })
  expect(await database.settings.get('k')).toEqual({ key: 'k', value: 7 })
})

it('comes after a write that is under way', async () => {
  const under = writeDocument('d', 1, 'under way')
  writeUrgently([urgent(2, 'last words')])
  await under
  expect(await readDocument('d')).toMatchObject({ text: 'last words' })
})

it('says that nothing was written where the storage is closed', () => {
  database.close({ disableAutoOpen: false })
  expect(writeUrgently([urgent(1, 'lost')])).toBe(false)
})
