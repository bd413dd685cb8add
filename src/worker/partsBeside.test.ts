import { expect, it, vi } from 'vitest'
import { sourceOfBlob } from '@/base/byteSource'
import { hasParts, type Part, type PartRequest } from '@/ml/csv/fast/part'
import { createPartReading, type PartAnswer, type PartAsked } from './partsBeside'

const blob = new Blob(['0123456789'])
const request = { from: 1, to: 2 } as PartRequest
const partOf = (rows: number) => ({ rows }) as Part

function fakeWorker(answer: (asked: PartAsked, say: (part: Part | null) => void, fail: () => void) => void) {
  const worker = {
    terminate: () => undefined,
    onmessage: null as ((event: MessageEvent<PartAnswer>) => void) | null,
    onerror: null as ((event: ErrorEvent) => void) | null,
    postMessage(asked: PartAsked) {
      const say = (part: Part | null) =>
        worker.onmessage?.({ data: { id: asked.id, part } } as MessageEvent<PartAnswer>)
      answer(asked, say, () => worker.onerror?.({} as ErrorEvent))
    },
  }
  return worker
}

function open(count: number, spawn: Parameters<typeof createPartReading>[1]) {
  const source = createPartReading(count, spawn)(sourceOfBlob(blob), blob)
  if (!hasParts(source)) throw new Error('no parts')
  return source
}

it('gives each part to a worker that is free, and each answer to whoever asked', async () => {
  const answers: (() => void)[] = []
  let workers = 0
  const asked: number[] = []
  const source = open(2, () => {
    const mine = ++workers
    return fakeWorker(({ request }, say) => {
      asked.push(mine)
      answers.push(() => say(partOf(request.from)))
    })
  })
  const parts = [1, 2].map((from) => source.readPart({ ...request, from }))
  answers.reverse().forEach((answer) => answer())
  expect(await Promise.all(parts)).toEqual([partOf(1), partOf(2)])
  expect(asked).toEqual([1, 2])
})

it('reads no part where the workers cannot be had, also of those that wait', async () => {
  const source = open(1, () => fakeWorker((_asked, _say, fail) => fail()))
  expect(await source.readPart(request)).toBeNull()
  expect(await source.readPart(request)).toBeNull()
})

it('waits no longer for a worker that has died without a word', async () => {
  vi.useFakeTimers()
  const source = open(1, () => fakeWorker(() => undefined))
  const parts = [source.readPart(request), source.readPart(request)]
  await vi.advanceTimersByTimeAsync(60_000)
  vi.useRealTimers()
  expect(await Promise.all(parts)).toEqual([null, null])
  expect(await source.readPart(request)).toBeNull()
})

it('leaves a device with one core to read alone', () => {
  const spawn = () => fakeWorker(() => undefined)
  expect(hasParts(createPartReading(0, spawn)(sourceOfBlob(blob), blob))).toBe(false)
})
