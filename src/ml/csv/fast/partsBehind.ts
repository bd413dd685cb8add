import { failStep } from '@/contract/errors'
import type { RecordSource } from '../records'
import { hasParts, type Part, type PartRequest, type PartSource } from './part'
import type { ScanOptions } from './scanOptions'
import type { Sinks } from './sinks'

/** After so many parts in a row that could not be read beside, no more are asked for. */
const mostRefused = 3

interface Asked {
  from: number
  /** Null once it is known that the part cannot be had. */
  part: Promise<Part | null>
}

/**
 * The parts of a file that other threads read, from its end towards its beginning, while this thread reads on from the
 * beginning: they meet wherever they are, and none waits for another before.
 */
export class PartsBehind {
  /** Bytes that have been read and not yet been taken. */
  held = 0
  private readonly source: PartSource
  private readonly request: Omit<PartRequest, 'from' | 'to'>
  private readonly partBytes: number
  private readonly asked: Asked[] = []
  private next: number
  private reached = 0
  private stopped = false
  private refused = 0

  constructor(source: PartSource, request: Omit<PartRequest, 'from' | 'to'>, partBytes: number) {
    this.source = source
    this.request = request
    this.partBytes = partBytes
    this.next = Math.ceil(source.size / partBytes) - 1
    // One more lies ready for each, so that none has to wait for its next.
    for (let i = 0; i < source.lanes * 2; i++) this.ask()
  }

  /** Null where no other thread reads, or it is not known beforehand which rows are wanted. */
  static of(
    { source, ends }: RecordSource,
    { sinks, tuning: { partBytes } }: { sinks: Sinks; tuning: { partBytes: number } },
    scan: ScanOptions,
  ): PartsBehind | null {
    const { markers, forced, firstRows = null, ...rest } = sinks.options
    const knowsEnds = ends === 'lf' || ends === 'crlf'
    if (!hasParts(source) || !knowsEnds || firstRows !== null || source.size < 4 * partBytes) return null
    const lists = { markers: [...markers], forced: [...forced] }
    return new PartsBehind(source, { ...rest, ...lists, scan, kinds: sinks.kinds }, partBytes)
  }

  /** Where the first part begins that was asked for and lies behind `at`: nobody needs to read beyond. */
  limit(at: number): number {
    return this.asked.findLast(({ from }) => from > at)?.from ?? Infinity
  }

  /**
   * The part that begins at this record, waited for where it is being read.
   * @throws StepFailure cancelled, without waiting any longer.
   */
  async take(at: number, signal: AbortSignal): Promise<Part | null> {
    this.reached = at
    while (this.asked.length > 0 && this.asked[this.asked.length - 1].from <= at) {
      const part = await unlessCancelled(this.asked.pop()!.part, signal)
      if (part) this.held -= part.next - part.at
      if (part?.at === at) return part
    }
    return null
  }

  /** Nothing more is asked for: all is read, or none of it is wanted any more. */
  stop(): void {
    this.stopped = true
    this.asked.length = 0
  }

  private ask(): void {
    if (this.stopped) return
    const from = this.next * this.partBytes
    // The part after the one that is being read here is left: it would have to be waited for.
    if (from < this.reached + 2 * this.partBytes || this.refused >= mostRefused) return
    this.next--
    const part = this.source.readPart({ ...this.request, from, to: from + this.partBytes })
    const asked: Asked = { from, part }
    this.asked.push(asked)
    void part.then((found) => this.note(asked, found))
  }

  private note({ from }: Asked, part: Part | null): void {
    this.refused = part ? 0 : this.refused + 1
    if (part) this.held += part.next - part.at
    else this.forget(from)
    this.ask()
  }

  /** Gives up the part from this offset on: its records do not begin where it was thought. */
  forget(from: number): void {
    const at = this.asked.findIndex((asked) => asked.from === from)
    if (at < 0) return
    const [{ part }] = this.asked.splice(at, 1)
    void part.then((found) => (this.held -= found ? found.next - found.at : 0))
  }
}

async function unlessCancelled<T>(wanted: Promise<T>, signal: AbortSignal): Promise<T> {
  let stopListening = () => {}
  const cancelled = new Promise<null>((resolve) => {
    const tell = () => resolve(null)
    if (signal.aborted) tell()
    signal.addEventListener('abort', tell, { once: true })
    stopListening = () => signal.removeEventListener('abort', tell)
  })
  const first = await Promise.race([wanted.then((value) => ({ value })), cancelled])
  stopListening()
  return first ? first.value : failStep({ kind: 'cancelled' })
}
