import { describe, expect, it } from 'vitest'
import { claimWriter, type WriterClaim } from './writer'

interface Waiting {
  callback: (lock: object | null) => unknown
  reject: (error: Error) => void
  resolve: (value: unknown) => void
}

/** Web Locks of one name, as the specification has them: a line, `ifAvailable`, `steal`, abort. */
function fakeLocks() {
  let holder: Waiting | null = null
  const line: Waiting[] = []
  const settle = async (one: Waiting) => {
    holder = one
    one.resolve(await one.callback({}))
    if (holder !== one) return
    holder = null
    const next = line.shift()
    if (next) void settle(next)
  }
  const request = (_name: string, options: LockOptions, callback: Waiting['callback']) =>
    new Promise((resolve, reject) => {
      const one = { callback, resolve, reject }
      options.signal?.addEventListener('abort', () => {
        const at = line.indexOf(one)
        if (at >= 0) line.splice(at, 1)
        reject(new Error('aborted'))
      })
      if (options.ifAvailable && holder) return resolve(callback(null))
      if (options.steal && holder) {
        holder.reject(new Error('stolen'))
        holder = null
      }
      if (holder) line.push(one)
      else void settle(one)
    })
  return { request } as unknown as Pick<LockManager, 'request'>
}

const turn = () => new Promise((resolve) => setTimeout(resolve))

async function openTabs(count: number) {
  const locks = fakeLocks()
  const tabs: { claim: WriterClaim; log: string[] }[] = []
  for (let i = 0; i < count; i++) {
    const log: string[] = []
    const events = {
      onFirst: (writer: boolean) => log.push(writer ? 'writer' : 'mirror'),
      onGranted: () => log.push('granted'),
      onLost: () => log.push('lost'),
    }
    tabs.push({ claim: claimWriter('d', events, locks), log })
    await turn()
  }
  return tabs
}

describe('one writer per document', () => {
  it('makes the first tab the writer, and the next one when it closes', async () => {
    const [first, second] = await openTabs(2)
    expect([first.log, second.log]).toEqual([['writer'], ['mirror']])
    first.claim.release()
    await turn()
    expect(second.log).toEqual(['mirror', 'granted'])
    expect(first.log).toEqual(['writer'])
  })

  it('gives way to the mirror, and gets the document back when that closes', async () => {
    const [first, second] = await openTabs(2)
    first.claim.giveWay()
    await turn()
    expect(second.log).toEqual(['mirror', 'granted'])
    second.claim.release()
    await turn()
    expect(first.log).toEqual(['writer', 'granted'])
  })

  it('tells a tab that does not answer that its lock was taken', async () => {
    const [first, second] = await openTabs(2)
    second.claim.steal()
    await turn()
    expect(second.log).toEqual(['mirror', 'granted'])
    expect(first.log).toEqual(['writer', 'lost'])
  })

  it('does not grant anything to a tab that has closed', async () => {
    const [first, second] = await openTabs(2)
    second.claim.release()
    first.claim.release()
    await turn()
    expect(second.log).toEqual(['mirror'])
  })

  it('lets everybody write where the browser has no locks', () => {
    const log: boolean[] = []
    claimWriter(
      'd',
      { onFirst: (writer) => log.push(writer), onGranted: () => {}, onLost: () => {} },
      undefined,
    )
    expect(log).toEqual([true])
  })
})
