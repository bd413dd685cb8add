import { makeIteration, isRepeat, repeated } from '@/history/makeIteration'
import { shareParts } from '@/history/sharing'
import type { Cause, Iteration, RecordedIteration } from '@/history/types'
import { definitions } from '@/nodes/definitions'
import { splitRecord } from '@/storage/records'
import { documentStore } from '../documentStore'
import { cancelRun, runForPerson, type Job, type RunReport } from '../engine'
import { followFeedback } from '../feedback'
import { historyStore } from '../historyStore'
import { insisting } from '../insisting'
import { dropPreview, replan } from '../planning'
import { runnable } from '../runnable'
import { awaitNews, leavesNothing } from '../runNews'
import { runStore } from '../runStore'
import { holdResults, resultsInMemory } from '../session/recorded'
import { keepHistory } from '../session/saving'
import { showMessage } from './selection'

/** Runs the whole workflow, and the iterations that its feedback wires start. */
export async function run(): Promise<void> {
  const { mode, document } = documentStore.getState()
  if (mode === 'read-only' || runStore.getState().running?.kind === 'run') return
  if (mode === 'inspect') {
    showMessage(
      'This workflow comes from elsewhere',
      'Nothing runs until you allow it in the banner above the canvas.',
    )
    return
  }
  replan()
  if (runStore.getState().plan.steps.length === 0) return explainNothingToRun()
  try {
    await runAndFollow(document.id)
  } catch (error) {
    showMessage('The run could not start', textOf(error))
  }
}

const textOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

export async function cancel(): Promise<void> {
  await cancelRun()
  dropPreview()
}

function explainNothingToRun(): void {
  const { errors } = runStore.getState().plan
  const details = [...new Set(errors.map((error) => `${error.sentence} ${error.advice}`))].slice(0, 20)
  showMessage(
    'Nothing can run yet',
    errors.length === 0 ? 'Add a node from the palette first.' : 'These nodes need something:',
    details,
  )
}

/**
 * One run after the other, for as long as a feedback rule starts the next; every rule is bounded. Only the document
 * that Run was pressed for runs: when another one is opened meanwhile, or this tab may not write any more, it is over.
 */
async function runAndFollow(documentId: string): Promise<void> {
  const tell = awaitNews(documentId)
  for (let cause: Cause | null = { kind: 'person' }; cause !== null;) {
    const report = await runForPerson(() => takeJob(documentId))
    const recorded = record(report, cause)
    cause = recorded && (await nextCause(recorded, cause))
    if (!cause) tell(report)
  }
}

function takeJob(documentId: string): Job | null {
  const document = runnable(documentId)
  if (!document) return null
  replan()
  const { plan, anyway } = runStore.getState()
  return { plan: insisting(plan, anyway), document }
}

/** The run itself is over and recorded, whatever goes wrong with the rules. */
async function nextCause(recorded: Iteration, cause: Cause): Promise<Cause | null> {
  try {
    return await followFeedback(recorded, cause)
  } catch (error) {
    showMessage('A feedback rule could not be followed', textOf(error))
    return null
  }
}

/**
 * What a run leaves. A finished run leaves an iteration, also when some node failed as long as another one gave a
 * result. A run that only repeats its parent adds to its count of repeats.
 */
function record(report: RunReport, cause: Cause): Iteration | null {
  const { document } = report
  if (leavesNothing(report)) return null
  if (!document || !runnable(document.id)) return null
  const { iterations, current } = historyStore.getState()
  const parent = iterations.find((iteration) => iteration.id === current) ?? null
  const number = 1 + Math.max(0, ...iterations.map((iteration) => iteration.number))
  const place = { id: crypto.randomUUID(), number, parent }
  const made = makeIteration({ ...report, document, cause, at: Date.now() }, place, definitions)
  if (parent && isRepeat(parent, made)) return recordRepeat(parent, made, cause)
  const kept = shareParts(parent, splitRecord(made).light)
  holdResults(made.id, made.results)
  historyStore.setState({ iterations: [...iterations, kept], current: made.id })
  keepHistory([{ ...kept, results: made.results }])
  return kept
}

/** A rule that changed nothing must not go round for ever, so only a person's repeat is followed further. */
function recordRepeat(parent: Iteration, made: RecordedIteration, cause: Cause): Iteration | null {
  const again = repeated(parent, made)
  historyStore.setState(({ iterations }) => ({
    iterations: iterations.map((old) => (old.id === again.id ? again : old)),
  }))
  holdResults(again.id, resultsInMemory(again.id) ?? made.results)
  keepHistory([again])
  return cause.kind === 'person' ? again : null
}
