import type { Beat } from './protocol'

/** What a line needs of a Worker; a MessagePort serves in tests. */
export interface WorkerLike {
  postMessage(message: unknown): void
  terminate(): void
  onmessage: ((event: MessageEvent) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
  onmessageerror: ((event: MessageEvent) => void) | null
}

export interface LineOptions<In> {
  spawn(): WorkerLike
  onMessage(message: Exclude<In, Beat>): void
  /** Called once when the worker has died or hangs; it is terminated by then. */
  onLost(reason: string): void
}

/** A connection to one worker that notices when nobody is there any more. */
export interface Line<Out> {
  post(message: Out): void
  /** Silence counts only while something is expected. */
  expect(something: boolean): void
  /** Whether the worker has ever answered. */
  readonly alive: boolean
  /** Resolves with the first answer; never, when the worker is lost before. */
  readonly ready: Promise<void>
  close(): void
}

const tickMs = 250
/** `terminate` from outside, a crash and an endless loop all look the same: the beats stop. */
const silenceMs = 4000
/** Until the first beat a worker is loading its script. */
const loadingMs = 30_000

export function openLine<Out, In extends { kind: string }>(options: LineOptions<In>): Line<Out> {
  const worker = options.spawn()
  let closed = false
  let alive = false
  let answered: () => void = () => undefined
  const ready = new Promise<void>((resolve) => (answered = resolve))
  const watch = watchSilence(() => lose('the worker no longer answers'))
  const close = () => {
    closed = true
    watch.stop()
    worker.terminate()
  }
  const lose = (reason: string) => {
    if (closed) return
    close()
    options.onLost(reason)
  }
  worker.onmessage = ({ data }: MessageEvent<In>) => {
    if (closed) return
    alive = true
    answered()
    watch.heard()
    if (data.kind !== 'beat') options.onMessage(data as Exclude<In, Beat>)
  }
  worker.onerror = (event) => lose(event.message || 'the program of the worker could not be loaded')
  worker.onmessageerror = () => lose('the worker sent something that cannot be read')
  return {
    post: (message) => worker.postMessage(message),
    expect: (something) => (something ? watch.start() : watch.stop()),
    get alive() {
      return alive
    },
    ready,
    close,
  }
}

/**
 * Counts silence in ticks of our own clock. A tick that comes late counts as one or two, however late it is: when it is
 * we who were held up, messages are still waiting to be read and the worker is not to blame.
 */
function watchSilence(onSilent: () => void) {
  let timer: ReturnType<typeof setInterval> | null = null
  let silence = 0
  let allowed = loadingMs
  let last = 0
  const tick = () => {
    const now = performance.now()
    silence += Math.min(now - last, 2 * tickMs)
    last = now
    if (silence >= allowed) onSilent()
  }
  return {
    heard() {
      silence = 0
      allowed = silenceMs
    },
    start() {
      if (timer !== null) return
      silence = 0
      last = performance.now()
      timer = setInterval(tick, tickMs)
    },
    stop() {
      if (timer !== null) clearInterval(timer)
      timer = null
    },
  }
}
