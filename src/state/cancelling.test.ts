import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import { emptyWorkflow } from '@/document/edits'
import type { RunOutcome } from '@/contract/events'
import * as actions from './actions'
import { setEngine } from './engine'
import { startPlanning } from './planning'
import { openDocument } from './session/session'

vi.mock('@/nodes/definitions', () => import('./running.fixture'))

afterEach(() => void vi.useRealTimers())

/** An engine whose runs last until they are cancelled. @returns the nodes of each. */
function endlessEngine(): string[][] {
  const ran: string[][] = []
  let stop = () => {}
  setEngine(({ onEvent }) => ({
    async run(plan) {
      ran.push(plan.steps.map((step) => step.node))
      onEvent({ kind: 'run-started', steps: [] })
      const outcome = await new Promise<RunOutcome>((resolve) => (stop = () => resolve('cancelled')))
      onEvent({ kind: 'run-finished', outcome, durationMs: 5, backend: 'wasm' })
      return outcome
    },
    cancel: async () => stop(),
    exportCsv: async () => null,
    dispose: () => undefined,
  }))
  return ran
}

it('a run that is cancelled does not start again by itself, until the next edit', async () => {
  const ran = endlessEngine()
  await openDocument({ document: emptyWorkflow('cancelled'), trusted: true })
  actions.addNode('gather/source')
  vi.useFakeTimers()
  const stop = startPlanning()
  const running = actions.run()
  await vi.advanceTimersByTimeAsync(1000)
  await actions.cancel()
  await running
  await vi.advanceTimersByTimeAsync(2000)
  expect(ran).toEqual([['source']])
  actions.setParam('source', 'rows', 70)
  await vi.advanceTimersByTimeAsync(2000)
  expect(ran).toHaveLength(2)
  stop()
})
