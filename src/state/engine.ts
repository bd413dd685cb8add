import type { EngineEvent, RunOutcome, StepResult } from '@/contract/events'
import type { WorkflowFile } from '@/document/schema'
import type { Plan } from '@/plan/types'
import type { EngineClient } from '@/worker/client'
import { createBatch } from './batch'
import { applyEvents } from './engineEvents'
import { runStore } from './runStore'

/** What a run gave, in the order of its steps. */
export interface RunReport {
  outcome: RunOutcome
  results: StepResult[]
  /** Whether the worker was lost, so that the failure says nothing about the workflow. */
  workerLost: boolean
  durationMs: number
  backend: string
}

type MakeClient = (options: { onEvent(event: EngineEvent): void }) => EngineClient | Promise<EngineClient>

/** The worker is fetched when it is first needed, so that the page paints before it. */
let makeClient: MakeClient = async (options) => (await import('@/worker/client')).createEngineClient(options)
let client: Promise<EngineClient> | null = null
let report: RunReport | null = null
let going: Promise<RunReport> | null = null

const batch = createBatch<EngineEvent>((events) =>
  runStore.setState((state) => applyEvents(state, events, Date.now())),
)

function hear(event: EngineEvent): void {
  batch.add(event)
  if (!report) return
  if (event.kind === 'step-done') report.results.push(event.result)
  if (event.kind === 'step-failed' && event.error.kind === 'worker-lost') report.workerLost = true
  if (event.kind !== 'run-finished') return
  report.durationMs = event.durationMs
  report.backend = event.backend
}

/** For tests: another engine takes the place of the worker. */
export function setEngine(make: MakeClient): void {
  makeClient = make
  client = null
}

export function engineClient(): Promise<EngineClient> {
  client ??= Promise.resolve(makeClient({ onEvent: hear }))
  // A chunk that could not be loaded (offline, new version) may be there at the next try.
  client.catch(() => (client = null))
  return client
}

let personWaits = 0

/** Runs a plan for the person; what goes on is cancelled first. */
export async function runPlan(plan: Plan, files: WorkflowFile[]): Promise<RunReport> {
  personWaits++
  try {
    while (going) await cancelRun()
    return await start('run', plan, files)
  } finally {
    personWaits--
  }
}

/** Runs a plan by itself after an edit; null when the person's own run has the engine. */
export async function previewPlan(plan: Plan, files: WorkflowFile[]): Promise<RunReport | null> {
  while (going && personWaits === 0) await cancelRun()
  return personWaits > 0 ? null : start('preview', plan, files)
}

async function start(kind: 'preview' | 'run', plan: Plan, files: WorkflowFile[]): Promise<RunReport> {
  const mine = execute(kind, plan, files)
  going = mine
  try {
    return await mine
  } finally {
    if (going === mine) going = null
  }
}

async function execute(kind: 'preview' | 'run', plan: Plan, files: WorkflowFile[]): Promise<RunReport> {
  runStore.setState({ running: { kind, startedAt: Date.now(), cancelling: false } })
  const mine: RunReport = { outcome: 'failed', results: [], workerLost: false, durationMs: 0, backend: '' }
  report = mine
  try {
    mine.outcome = await (await engineClient()).run(plan, files)
  } finally {
    report = null
    batch.flush()
    runStore.setState({ running: null })
  }
  return mine
}

/** How long to wait before asking again: a run may not have reached the worker yet when it is cancelled. */
const askAgainMs = 50

/** Resolves when nothing runs any more. */
export async function cancelRun(): Promise<void> {
  const { running } = runStore.getState()
  if (!going || !running) return
  runStore.setState({ running: { ...running, cancelling: true } })
  let isOver = false
  // Who started the run hears of its failure; here it only matters that it is over.
  const over = going.catch(() => undefined).then(() => void (isOver = true))
  const engine = await engineClient()
  while (!isOver) {
    await engine.cancel()
    await Promise.race([over, new Promise((resolve) => setTimeout(resolve, askAgainMs))])
  }
}
