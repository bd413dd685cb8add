import { runsByItself } from '@/contract/node'
import type { Workflow } from '@/document/schema'
import { definitions } from '@/nodes/definitions'
import { makePlan } from '@/plan/makePlan'
import type { Plan } from '@/plan/types'
import { documentStore } from './documentStore'
import { runPreview, type TakeJob } from './engine'
import { keeping } from './keeping'
import { dropOthersResults } from './results'
import { runnable } from './runnable'
import { runStore } from './runStore'
import type { RunState } from './types'
import { uiStore } from './uiStore'

/** Time from an edit until the cheap steps run by themselves. */
const previewMs = 250

let timer: ReturnType<typeof setTimeout> | null = null

/** Keeps the plan up to date with the document and the previews of cheap steps with the plan. */
export function startPlanning(): () => void {
  replan()
  schedulePreview()
  return documentStore.subscribe((now, before) => {
    const changed = now.document !== before.document && !samePlan(now.document, before.document)
    if (changed) dropOthersResults()
    if (changed) replan()
    if (changed || now.mode !== before.mode) schedulePreview()
  })
}

export function replan(): void {
  runStore.setState({ plan: makePlan(documentStore.getState().document, definitions) })
}

/** Whether nothing changed that a plan depends on: positions, titles and notes do not. */
function samePlan(now: Workflow, before: Workflow): boolean {
  if (now.wires !== before.wires || now.feedback !== before.feedback || now.seed !== before.seed) return false
  if (now.nodes === before.nodes) return true
  if (now.nodes.length !== before.nodes.length) return false
  return now.nodes.every((node, at) => {
    const old = before.nodes[at]
    return node === old || (node.id === old.id && node.type === old.type && node.params === old.params)
  })
}

/** @param ms from now; an edit may be followed by others, so that it waits for them. */
export function schedulePreview(ms = previewMs): void {
  dropPreview()
  timer = setTimeout(() => void preview().catch(sayOnce), ms)
}

/** What was to run by itself waits for the next edit: who cancels a run does not want its steps to start again. */
export function dropPreview(): void {
  if (timer !== null) clearTimeout(timer)
  timer = null
}

let said = false

/** Every edit would meet the same problem again; Run says it whenever it is pressed. */
function sayOnce(error: unknown): void {
  if (said) return
  said = true
  const text = error instanceof Error ? error.message : String(error)
  uiStore.setState({ dialog: { kind: 'message', title: 'Previews cannot be computed', text, details: [] } })
}

/** The cheap steps of a plan: they need nothing but one another. */
export function cheapPlan(plan: Plan): Plan {
  return { ...plan, byItself: true, steps: plan.steps.filter((step) => runsByItself(step.stage)) }
}

/** Steps that run only for the person and have no result of now, and all that needs them. */
export function waitingSteps({ steps }: Plan, nodes: RunState['nodes']): Set<string> {
  const waiting = new Set<string>()
  for (const { node, key, inputs, onlyOnRun } of steps) {
    const own = onlyOnRun && nodes.get(node)?.result?.key !== key
    if (own || inputs.some(({ from }) => from.some((end) => waiting.has(end.node)))) waiting.add(node)
  }
  return waiting
}

/** Whether every step has its result, or has failed for a reason that running again would not change. */
export function isSettled(plan: Plan, nodes: RunState['nodes']): boolean {
  const failed = new Set(
    plan.steps.filter((step) => nodes.get(step.node)?.error?.key === step.key).map((step) => step.node),
  )
  const below = new Set([...failed, ...waitingSteps(plan, nodes)])
  return plan.steps.every((step) => {
    if (step.inputs.some((input) => input.from.some((end) => below.has(end.node)))) below.add(step.node)
    return below.has(step.node) || nodes.get(step.node)?.result?.key === step.key
  })
}

/** Runs what is cheap and out of date. Waits while the person's own run goes on, or a file is being kept. */
async function preview(): Promise<void> {
  timer = null
  const { document, mode } = documentStore.getState()
  if (mode !== 'edit') return
  if (runStore.getState().running?.kind === 'run' || keeping.size > 0) return schedulePreview()
  const take: TakeJob = () => {
    const open = runnable(document.id)
    const { plan, nodes } = runStore.getState()
    const cheap = cheapPlan(plan)
    if (!open || cheap.steps.length === 0 || isSettled(cheap, nodes)) return null
    return { plan: cheap, document: open }
  }
  if (take() === null) return
  const report = await runPreview(take)
  if (report === null) schedulePreview()
}
