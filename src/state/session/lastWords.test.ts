import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { readSetting } from '@/storage/settings'
import { readDocument, writeDocument } from '@/storage/slots'
import { lastOpenedKey } from './current'
import { bringBackLastWords, keepLastWords, type LastWords } from './lastWords'

const held = new Map<string, string>()
vi.stubGlobal('localStorage', {
  getItem: (key: string) => held.get(key) ?? null,
  setItem: (key: string, value: string) => void held.set(key, value),
  removeItem: (key: string) => void held.delete(key),
})

const words = (documentId: string, at: number): LastWords => ({
  documentId,
  text: 'newest',
  at,
  facts: { current: null, trusted: true },
  iterations: [],
})

beforeEach(() => held.clear())

describe('the last words of a page', () => {
  it('are on the device after the next start, as the document that was open last', async () => {
    await writeDocument('a', 4, 'before')
    keepLastWords(words('a', Date.now() + 1000))
    await bringBackLastWords()
    expect(await readDocument('a')).toMatchObject({ text: 'newest', sequence: 5 })
    expect(await readSetting(lastOpenedKey)).toBe('a')
    expect(held.size).toBe(0)
  })

  it('also where the database had nothing of the document yet', async () => {
    keepLastWords(words('b', Date.now()))
    await bringBackLastWords()
    expect((await readDocument('b'))?.text).toBe('newest')
  })

  it('give way to a version that was stored later', async () => {
    keepLastWords(words('c', Date.now() - 1000))
    await writeDocument('c', 1, 'later')
    await bringBackLastWords()
    expect((await readDocument('c'))?.text).toBe('later')
  })

  it('that are torn are dropped', async () => {
    held.set('stagecraft:last-words', '{"documentId":')
    await bringBackLastWords()
    expect(held.size).toBe(0)
  })
})
