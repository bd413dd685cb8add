import { describe, expect, it } from 'vitest'
import type { StepResult } from '@/contract/events'
import type { PortValue } from '@/values/ports'
import { makeCache, type Entry } from './cache'
import { buffersOf } from './memory'

const entry = (...arrays: Float64Array[]): Entry => ({
  result: {} as StepResult,
  values: new Map([
    ['data', { kind: 'dataset', columns: arrays.map((values) => ({ values })) } as unknown as PortValue],
  ]),
})
const kilobyte = () => new Float64Array(125)

describe('makeCache', () => {
  it('forgets the least recently used entry first', () => {
    const cache = makeCache(2000)
    cache.set('a', entry(kilobyte()))
    cache.set('b', entry(kilobyte()))
    cache.get('a')
    cache.set('c', entry(kilobyte()))
    expect(['a', 'b', 'c'].map((key) => cache.get(key) !== undefined)).toEqual([true, false, true])
    expect(cache.bytes).toBe(2000)
  })

  it('counts a shared column once, until its last holder is gone', () => {
    const cache = makeCache(2500)
    const column = kilobyte()
    cache.set('a', entry(column))
    cache.set('b', entry(column, kilobyte()))
    expect(cache.bytes).toBe(2000)
    cache.set('c', entry(kilobyte()))
    expect([cache.get('a'), cache.get('b')]).toEqual([undefined, undefined])
    expect(cache.bytes).toBe(1000)
  })

  it('keeps the newest entry even when it alone is too big', () => {
    const cache = makeCache(10)
    cache.set('a', entry(kilobyte()))
    expect(cache.get('a')).toBeDefined()
  })

  it('replaces an entry without counting it twice', () => {
    const cache = makeCache(5000)
    cache.set('a', entry(kilobyte()))
    cache.set('a', entry(kilobyte()))
    expect(cache.bytes).toBe(1000)
  })
})

describe('buffersOf', () => {
  it('finds typed arrays in maps, lists and objects, through circles', () => {
    const circle: Record<string, unknown> = { map: new Map([['x', [{ a: kilobyte() }]]]), words: ['a', 'b'] }
    circle.self = circle
    expect([...buffersOf(circle)].map((buffer) => buffer.byteLength)).toEqual([1000])
  })
})
