import * as edits from '@/document/edits'
import { freePlace } from '@/document/freePlace'
import type { Workflow, WorkflowFile } from '@/document/schema'
import { definitions } from '@/nodes/definitions'
import { amend, documentStore, edit } from '../documentStore'
import { isTooLarge, keepWithLook, lookAt } from '../keeping'
import { schedulePreview } from '../planning'
import { forgetRuns } from '../results'
import { runStore } from '../runStore'
import { uiStore } from '../uiStore'
import { select } from './selection'

/** The type of node that a file becomes: tables of a database are asked in SQL, a trained model is imported. */
const typeFor = (name: string): string => {
  if (/\.model\.json$/i.test(name)) return 'build/import-model'
  return /\.(duckdb|ddb|db|sqlite3?|db3)$/i.test(name) ? 'gather/sql' : 'gather/file'
}

/** How long a node waits for the first rows of its file. */
const lookMs = 150
const fileParam = ({ hash, name, size }: WorkflowFile) => ({ hash, name, size })

/**
 * Puts a data file on the canvas as a node that bears its name, as one step of undo. The node is there at once, with
 * the first rows of the file; the file is its own when it is kept. Answers its id, or ''.
 */
export async function addDataFile(file: File, position: edits.Point): Promise<string> {
  const fileType = typeFor(file.name)
  const definition = definitions.get(fileType)
  if (!definition || documentStore.getState().mode === 'read-only' || isTooLarge(file)) return ''
  const look = definition.stage === 'gather' ? lookAt(file) : Promise.resolve(null)
  // Nearly always the rows are there first, and all is drawn at once.
  await Promise.race([look, later(lookMs)])
  const added = edits.addNode(documentStore.getState().document, {
    definition,
    position: freePlace(documentStore.getState().document, position),
    params: {},
  })
  if (!edit(() => edits.setTitle(added.document, added.id, file.name.slice(0, 200)))) return ''
  forgetRuns([added.id])
  const keep = keepWithLook(added.id, file, look)
  select([added.id])
  const kept = await keep
  // Until then the step of undo is the node without its file; it is completed, not followed by another one.
  amend((document) => {
    const isThere = document.nodes.some(({ id, type }) => id === added.id && type === fileType)
    if (!isThere || document.id !== added.document.id) return document
    return kept ? withFile(document, added.id, kept) : edits.removeItems(document, [added.id])
  })
  schedulePreview(0)
  return kept ? added.id : ''
}

/** Gives a node another data file. */
export const chooseDataFile = (node: string, file: File): Promise<void> => chooseFile(node, file, 'file')

/** Gives a node another file as one of its parameters; the first rows are shown where it holds data. */
export async function chooseFile(node: string, file: File, param: string): Promise<void> {
  const { mode, document } = documentStore.getState()
  if (mode === 'read-only') return
  const type = document.nodes.find((one) => one.id === node)?.type
  const holdsData = definitions.get(type ?? '')?.stage === 'gather'
  const kept = await keepWithLook(node, file, holdsData ? lookAt(file) : Promise.resolve(null))
  if (!kept || documentStore.getState().document.id !== document.id) return
  edit((now) => withFile(now, node, kept, param))
  forgetError(node)
  schedulePreview(0)
}

const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

const withFile = (document: Workflow, node: string, kept: WorkflowFile, param = 'file'): Workflow =>
  edits.addFile(edits.setParam(document, node, param, fileParam(kept)), kept)

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
