import { toBase64Url } from '@/base/bytes'
import { hashBytes } from '@/base/hash'
import * as edits from '@/document/edits'
import type { WorkflowFile } from '@/document/schema'
import { definitions } from '@/nodes/definitions'
import { storageReason } from '@/storage/database'
import { putFile } from '@/storage/files'
import { documentStore, edit } from '../documentStore'
import { schedulePreview } from '../planning'
import { forgetRuns } from '../results'
import { runStore } from '../runStore'
import { uiStore } from '../uiStore'
import { select, showMessage } from './selection'

const fileType = 'gather/file'
/** Larger files do not fit into the memory of a tab together with what is made of them. */
const maximumBytes = 1_000_000_000
/** Base64 makes four thirds of it, and a workflow file is not read beyond 32 MB. */
const insideAtMost = 16_000_000

/** Reads a file and keeps it on this device; null, with a message, when that failed. */
async function keepFile(file: File): Promise<WorkflowFile | null> {
  if (file.size > maximumBytes) {
    showMessage('This file is too large', `“${file.name}” has more than 1 GB, which does not fit into a tab.`)
    return null
  }
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    return { name: file.name.slice(0, 200), size: bytes.byteLength, ...(await keepBytes(bytes)) }
  } catch (error) {
    const unreadable = error instanceof DOMException && error.name === 'NotReadableError'
    const reason = unreadable ? `“${file.name}” could not be read.` : storageReason(error)
    showMessage('The file could not be kept', reason)
    return null
  }
}

/** In storage; where that fails, inside the workflow, as far as a workflow file may be that large. */
async function keepBytes(bytes: Uint8Array): Promise<Pick<WorkflowFile, 'hash' | 'content'>> {
  try {
    return { hash: await putFile(bytes), content: null }
  } catch (error) {
    if (bytes.byteLength > insideAtMost) throw error
    return { hash: hashBytes(bytes), content: toBase64Url(bytes) }
  }
}

const fileParam = ({ hash, name, size }: WorkflowFile) => ({ hash, name, size })

/** Puts a data file on the canvas as a loaded node that bears its name, as one step of undo. Answers its id, or ''. */
export async function addDataFile(file: File, position: edits.Point): Promise<string> {
  const definition = definitions.get(fileType)
  if (!definition || documentStore.getState().mode === 'read-only') return ''
  const kept = await keepFile(file)
  if (!kept) return ''
  const added = edits.addNode(documentStore.getState().document, {
    definition,
    position,
    params: { file: fileParam(kept) },
  })
  const named = edits.setTitle(added.document, added.id, kept.name)
  if (!edit(() => edits.addFile(named, kept))) return ''
  forgetRuns([added.id])
  select([added.id])
  return added.id
}

/** Gives a node another data file. */
export async function chooseDataFile(node: string, file: File): Promise<void> {
  if (documentStore.getState().mode === 'read-only') return
  const kept = await keepFile(file)
  if (!kept) return
  edit((document) => edits.addFile(edits.setParam(document, node, 'file', fileParam(kept)), kept))
  forgetError(node)
  schedulePreview()
}

/** The file that was missing is there now, so the node may fail no longer although nothing in it has changed. */
function forgetError(node: string): void {
  const nodes = new Map(runStore.getState().nodes)
  const known = nodes.get(node)
  if (known?.error) runStore.setState({ nodes: nodes.set(node, { ...known, error: null }) })
}

/** Places for several dropped files, one below the other. */
export function placesFor(count: number, position?: edits.Point): edits.Point[] {
  const { x, y } = position ?? uiStore.getState().viewCentre
  return Array.from({ length: count }, (_, at) => ({ x, y: y + at * 140 }))
}
