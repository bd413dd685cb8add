import type { Workflow } from '@/document/schema'
import type { RecordedIteration } from '@/history/types'
import { originsAllowed } from '@/storage/consents'
import { storageReason } from '@/storage/database'
import { claimWriter } from '@/storage/writer'
import { documentStore, replaceDocument } from '../documentStore'
import { cancelRun } from '../engine'
import type { DocumentState } from '../types'
import { uiStore } from '../uiStore'
import { currentSession, setSession, type ExampleOrigin, type Session } from './current'
import { becomeMirror, becomeWriter, modeOf, openChannel } from './mirror'
import { pastOf, readPast, showPast, type Past } from './past'
import { keepHistory, startWriting } from './saving'

export interface Opening {
  document: Workflow
  /** Made on this device or allowed here; else it opens for inspection. */
  trusted: boolean
  /** Iterations that come with the document, to be stored with it. */
  iterations?: readonly RecordedIteration[]
  example?: ExampleOrigin | null
}

let opening: Promise<void> = Promise.resolve()

/**
 * Opens a document: claims it for this tab, brings its history back and keeps it safe from now on. One after the
 * other, so that what was asked for last is what is open in the end.
 */
export function openDocument(next: Opening): Promise<void> {
  const turn = opening.then(() => open(next))
  opening = turn.catch(() => undefined)
  return turn
}

async function open({ document, trusted, iterations = [], example = null }: Opening): Promise<void> {
  await closeDocument()
  const session: Session = {
    documentId: document.id,
    trusted,
    example,
    origins: new Set(),
    claim: null,
    channel: openChannel(document.id),
    autosave: null,
    sequence: 0,
    inWriting: 0,
    pending: new Map(iterations.map((iteration) => [iteration.id, iteration])),
    unsubscribe: () => undefined,
  }
  setSession(session)
  const [writer, { past, saved }, origins] = await Promise.all([
    claim(session),
    bringPast(document.id, iterations),
    // Storage that cannot be read knows of no consent.
    originsAllowed(document.id).catch(() => []),
  ])
  if (session !== currentSession()) return
  for (const origin of origins) session.origins.add(origin)
  replaceDocument(document, modeOf(session, writer), saved)
  showPast(past)
  uiStore.setState({ selection: [], focused: nodeToShow(document, past), dialog: null, rows: null })
  if (!writer) return documentStore.setState({ saved: { kind: 'saved', at: Date.now() } })
  await startWriting(session)
  keepHistory()
}

function claim(session: Session): Promise<boolean> {
  return new Promise((resolve) => {
    session.claim = claimWriter(session.documentId, {
      onFirst: resolve,
      onGranted: () => void becomeWriter(session),
      onLost: () => void becomeMirror(session),
    })
  })
}

/** The history from the device; where it cannot be read, what came with the document and the reason. */
async function bringPast(
  documentId: string,
  extra: readonly RecordedIteration[],
): Promise<{ past: Past; saved: DocumentState['saved'] }> {
  try {
    return { past: await readPast(documentId, extra), saved: { kind: 'saving' } }
  } catch (error) {
    return { past: pastOf([], extra, null), saved: { kind: 'not-saved', reason: storageReason(error) } }
  }
}

/** The node whose charts are seen first: an evaluation that has results. */
function nodeToShow(document: Workflow, { results }: Past): string | null {
  const known = new Map(Object.entries(results ?? {}))
  const evaluation = document.nodes.find((node) => node.type.startsWith('evaluate/') && known.has(node.id))
  return (evaluation ?? document.nodes.find((node) => known.has(node.id)) ?? null)?.id ?? null
}

/** Ends the session; what waits is written first, and another tab may write from then on. */
export async function closeDocument(): Promise<void> {
  const closing = currentSession()
  if (!closing) return
  await cancelRun()
  closing.unsubscribe()
  await closing.autosave?.stop()
  setSession(null)
  closing.claim?.release()
  closing.channel?.close()
}

/** The person allows the open document to run on this device. */
export function trustDocument(): void {
  const session = currentSession()
  if (!session) return
  session.trusted = true
  if (documentStore.getState().mode === 'inspect') documentStore.setState({ mode: 'edit' })
  keepHistory()
}
