import type { Json } from '@/base/json'
import type { EngineEvent, RunOutcome } from '@/contract/events'
import type { InferReply } from '@/contract/run'
import type { WorkflowFile } from '@/document/schema'
import type { Plan } from '@/plan/types'
import { askEndpoint } from './endpoint'
import { openLine, type Line, type WorkerLike } from './line'
import type { ExportPurpose, FromEngine, ToEngine } from './protocol'
import { failureEvents, trackRun, type TrackedRun } from './trackedRun'

/** The page's side of the engine worker. */
export interface EngineClient {
  /**
   * Runs a plan; one that goes on is cancelled first. Resolves when the run is over, and never hangs.
   * @param origins that the person has allowed this workflow to send requests to; none when absent.
   */
  run(plan: Plan, files: WorkflowFile[], origins?: readonly string[]): Promise<RunOutcome>
  /** Resolves within 500 ms, when nothing runs any more. */
  cancel(): Promise<void>
  /** The value at a port as CSV, a model as a model file; null when it is not (or no longer) in the worker's memory, or is neither. */
  exportCsv(node: string, port: string, purpose?: ExportPurpose): Promise<Uint8Array | null>
  dispose(): void
}

export interface ClientOptions {
  onEvent(event: EngineEvent): void
  /** Given by tests. */
  spawn?(): WorkerLike
  infer?(name: string, request: Json, version?: number): Promise<InferReply>
}

/** How long a cancelled run may take to stop by itself before its worker is ended. */
const graceMs = 400

const spawnEngine = (): WorkerLike => new Worker(new URL('./engine.ts', import.meta.url), { type: 'module' })
const inferAsCheck = (name: string, request: Json, version?: number) =>
  askEndpoint(name, request, { check: true, version })

/** @returns a client whose worker starts at once, so that it is there when the first run comes. */
export function createEngineClient(options: ClientOptions): EngineClient {
  return new Client(options)
}

class Client implements EngineClient {
  private readonly options: ClientOptions
  private line: Line<ToEngine> | null = null
  private running: TrackedRun | null = null
  private readonly exporting = new Map<number, (bytes: Uint8Array | null) => void>()
  private newestRun = 0
  private newestExport = 0

  constructor(options: ClientOptions) {
    this.options = options
    this.open()
  }

  async run(plan: Plan, files: WorkflowFile[], origins: readonly string[] = []): Promise<RunOutcome> {
    const id = ++this.newestRun
    await this.cancel()
    // Another run was asked for while this one waited its turn.
    if (id !== this.newestRun) return 'cancelled'
    const running = trackRun(id, plan)
    this.running = running
    this.send({ kind: 'run', run: id, plan, files, origins: [...origins] })
    return running.over
  }

  async cancel(): Promise<void> {
    const { running } = this
    if (!running) return
    if (running.graceTimer === null) {
      this.send({ kind: 'cancel', run: running.id })
      running.graceTimer = setTimeout(() => this.end(running, 'cancelled'), graceMs)
    }
    await running.over
  }

  exportCsv(node: string, port: string, purpose: ExportPurpose = 'feedback'): Promise<Uint8Array | null> {
    const id = ++this.newestExport
    return new Promise((resolve) => {
      this.exporting.set(id, resolve)
      this.send({ kind: 'export', id, node, port, purpose })
    })
  }

  dispose(): void {
    this.line?.close()
    this.line = null
    this.lose('the page was closed', 'cancelled')
  }

  private open(): Line<ToEngine> {
    this.line ??= openLine<ToEngine, FromEngine>({
      spawn: this.options.spawn ?? spawnEngine,
      onMessage: (message) => this.receive(message),
      onLost: (reason) => this.lose(reason, 'failed'),
    })
    return this.line
  }

  private send(message: ToEngine): void {
    this.open().post(message)
    this.expect()
  }

  private expect(): void {
    this.line?.expect(this.running !== null || this.exporting.size > 0)
  }

  private receive(message: Exclude<FromEngine, { kind: 'beat' }>): void {
    if (message.kind === 'event') this.hear(message.run, message.event)
    else if (message.kind === 'ask') void this.answer(message)
    else {
      this.exporting.get(message.id)?.(message.bytes)
      this.exporting.delete(message.id)
      this.expect()
    }
  }

  private hear(run: number, event: EngineEvent): void {
    const { running } = this
    if (running?.id !== run) return
    running.note(event)
    this.options.onEvent(event)
    if (event.kind === 'run-finished') this.settle(running, event.outcome)
  }

  private async answer({ id, name, request, version }: FromEngine & { kind: 'ask' }): Promise<void> {
    const asked = this.line
    const reply = await (this.options.infer ?? inferAsCheck)(name, request, version)
    if (asked === this.line) asked?.post({ kind: 'answer', id, reply })
  }

  /** The worker did not stop in time: it is ended, with everything that it remembers. */
  private end(running: TrackedRun, outcome: RunOutcome): void {
    if (this.running !== running) return
    this.line?.close()
    this.lose('the worker was ended', outcome)
  }

  /** The worker is gone: what waited for it hears so, and a new one takes its place if it ever worked. */
  private lose(reason: string, outcome: RunOutcome): void {
    const again = this.line?.alive ?? false
    this.line = null
    for (const resolve of this.exporting.values()) resolve(null)
    this.exporting.clear()
    const { running } = this
    if (running) {
      for (const event of failureEvents(running, reason, outcome)) this.options.onEvent(event)
      this.settle(running, outcome)
    }
    if (again) this.open()
  }

  private settle(running: TrackedRun, outcome: RunOutcome): void {
    if (running.graceTimer !== null) clearTimeout(running.graceTimer)
    this.running = null
    this.expect()
    running.finish(outcome)
  }
}
