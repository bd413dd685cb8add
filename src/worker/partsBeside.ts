import type { ByteSource } from '@/base/byteSource'
import type { Part, PartRequest, PartSource } from '@/ml/csv/fast/part'

export interface PartAsked {
  id: number
  blob: Blob
  request: PartRequest
}

export interface PartAnswer {
  id: number
  part: Part | null
}

/** A worker that says nothing for so many milliseconds while parts are waited for is taken for dead. */
const longestSilence = 20_000

type PartWorker = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<PartAnswer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

interface Lane {
  worker: PartWorker
  waiting: Map<number, (part: Part | null) => void>
  broken: boolean
  silence: ReturnType<typeof setTimeout> | undefined
}

/**
 * Files of which other workers read parts into columns, so that all cores read one file. They are started by the first
 * file that is worth it. Where they cannot be had, no part is read: whoever asked does it alone.
 * @param count of workers.
 */
export function createPartReading(count: number, spawn: () => PartWorker) {
  let lanes: Lane[] | null = null
  let newest = 0

  const ask = (blob: Blob, request: PartRequest): Promise<Part | null> => {
    const open = (lanes ??= Array.from({ length: count }, () => startLane(spawn))).filter(
      ({ broken }) => !broken,
    )
    if (open.length === 0) return Promise.resolve(null)
    const lane = open.reduce((least, one) => (one.waiting.size < least.waiting.size ? one : least))
    const id = ++newest
    return new Promise((resolve) => {
      lane.waiting.set(id, resolve)
      if (lane.waiting.size === 1) expectWord(lane)
      lane.worker.postMessage({ id, blob, request } satisfies PartAsked)
    })
  }

  /** The same source, whose parts may be read beside it. */
  return (source: ByteSource, blob: Blob): ByteSource => {
    if (count === 0) return source
    lanes ??= Array.from({ length: count }, () => startLane(spawn))
    const parted: PartSource = { ...source, lanes: count, readPart: (request) => ask(blob, request) }
    return parted
  }
}

function startLane(spawn: () => PartWorker): Lane {
  const lane: Lane = { worker: spawn(), waiting: new Map(), broken: false, silence: undefined }
  lane.worker.onmessage = ({ data }) => {
    lane.waiting.get(data.id)?.(data.part)
    lane.waiting.delete(data.id)
    expectWord(lane)
  }
  lane.worker.onerror = () => giveUp(lane)
  return lane
}

function expectWord(lane: Lane): void {
  clearTimeout(lane.silence)
  if (lane.waiting.size > 0) lane.silence = setTimeout(() => giveUp(lane), longestSilence)
}

function giveUp(lane: Lane): void {
  clearTimeout(lane.silence)
  lane.broken = true
  lane.worker.terminate()
  for (const resolve of lane.waiting.values()) resolve(null)
  lane.waiting.clear()
}

/** Beside the engine, as many as there are other cores, at most three. */
const laneCount = (cores: number): number => Math.max(0, Math.min(cores, 4) - 1)

export const partsBeside = createPartReading(
  laneCount(globalThis.navigator?.hardwareConcurrency ?? 1),
  () => new Worker(new URL('./partReader.ts', import.meta.url), { type: 'module' }),
)
