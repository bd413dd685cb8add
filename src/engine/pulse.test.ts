import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { StepFailure } from '@/contract/errors'
import { findUnsafe } from './jsonSafe'
import { makePulse } from './pulse'

describe('makePulse', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
  afterEach(() => void vi.useRealTimers())

  const watch = () => {
    const shares: (number | null)[] = []
    const controller = new AbortController()
    const pulse = makePulse(controller.signal, (progress) => shares.push(progress.share))
    return { pulse, shares, controller }
  }

  it('gives way only when 30 ms have passed', async () => {
    const { pulse } = watch()
    let others = 0
    const channel = new MessageChannel()
    channel.port1.onmessage = () => others++
    channel.port2.postMessage(null)
    await pulse.breathe()
    expect(others).toBe(0)
    vi.advanceTimersByTime(31)
    await pulse.breathe()
    expect(others).toBe(1)
    channel.port1.close()
  })

  it('throws “cancelled” at the first breath after the signal', async () => {
    const { pulse, controller } = watch()
    controller.abort()
    await expect(pulse.breathe()).rejects.toBeInstanceOf(StepFailure)
    await expect(pulse.breathe()).rejects.toMatchObject({ reason: { kind: 'cancelled' } })
  })

  it('passes progress on at most 8 times a second, and the last one with a later breath', async () => {
    const { pulse, shares } = watch()
    for (const share of [0.1, 0.2, 0.3]) pulse.progress({ share, message: '' })
    expect(shares).toEqual([0.1])
    vi.advanceTimersByTime(126)
    await pulse.breathe()
    expect(shares).toEqual([0.1, 0.3])
  })
})

describe('findUnsafe', () => {
  it('passes what JSON keeps, and names the place of what it would change', () => {
    expect(findUnsafe({ a: [1, 'x', null, { b: true }], gone: undefined })).toBeNull()
    expect(findUnsafe({ a: [1, NaN] })).toBe('$.a.1 is NaN')
    expect(findUnsafe({ a: new Float64Array(1) })).toBe('$.a is a Float64Array')
    expect(findUnsafe(new Map())).toBe('$ is a Map')
    expect(findUnsafe([undefined])).toBe('$.0 is undefined')
    expect(findUnsafe({ a: -Infinity })).toBe('$.a is -Infinity')
  })
})
