import { emptyWorkflow, type Point } from '@/document/edits'
import { writeWorkflow } from '@/document/save'
import { grant } from '@/storage/settings'
import { originsIn } from '../capabilities'
import { documentStore } from '../documentStore'
import { fetchExample } from '../examples'
import { engineClient } from '../engine'
import { openArrived } from '../opening'
import { contentIdOf, insideLimit, packFiles, rememberAsOwn } from '../packing'
import { readWorkflow } from '../reading'
import { openDocument, trustDocument } from '../session/session'
import { isTableJson, judgedJson } from '../tableJson'
import { takeOverDocument } from '../session/mirror'
import { titleOf } from '../selectors'
import { untouchedCopy } from '../untouched'
import { allowOrigins } from './consent'
import { addDataFile, placesFor } from './data'
import { beginOpening, mayLeave, rememberDownload } from './leaving'
import { run } from './run'
import { showMessage } from './selection'

export { listExamples, type Example } from '../examples'
export { addDataFile, chooseDataFile, chooseFile } from './data'
export * from './device'

export async function newWorkflow(): Promise<void> {
  const turn = beginOpening()
  if (!(await mayLeave()) || !turn.isNewest()) return
  await openDocument({ document: emptyWorkflow(crypto.randomUUID()), trusted: true })
}

/**
 * Opens a copy of a shipped example with its recorded iteration; without a record it is run. A copy that was only
 * looked at before is opened again, so that looking at examples leaves no heap of them on this device.
 * @returns whether it was opened; if not, a message says why, or something else was asked for meanwhile.
 */
export async function openExample(id: string): Promise<boolean> {
  const turn = beginOpening()
  try {
    const example = await fetchExample(id)
    if ('sentence' in example) return refuse(example)
    if (!(await mayLeave()) || !turn.isNewest()) return false
    const { document, iteration } = example
    const origin = { id, content: contentIdOf(document) }
    // Storage that cannot be read has no copy.
    const before = await untouchedCopy(origin).catch(() => null)
    if (!turn.isNewest()) return false
    await openDocument(
      before ?? { document, trusted: true, iterations: iteration ? [iteration] : [], example: origin },
    )
    if (!before && !iteration) void run()
    return true
  } catch (error) {
    showMessage('The example could not be loaded', error instanceof Error ? error.message : String(error))
    return false
  }
}

function refuse({ sentence, path }: { sentence: string; path: string }): false {
  showMessage('This workflow cannot be opened', sentence, path === '' ? [] : [`Place: ${path}`])
  return false
}

/** By content where the name leaves a choice: JSON may be a workflow or a table. */
async function isWorkflow(file: File): Promise<boolean> {
  if (!/\.json$/i.test(file.name) && file.type !== 'application/json') return false
  const head = await file.slice(0, judgedJson).text()
  return !isTableJson(head, file.size <= judgedJson)
}

/** A workflow opens; data files go on the canvas at the position, one below the other. */
export async function openFiles(files: readonly File[], position?: Point): Promise<void> {
  const workflow = await findWorkflow(files)
  if (workflow) return openWorkflowFile(workflow)
  const places = placesFor(files.length, position)
  for (const [at, file] of files.entries()) await addDataFile(file, places[at])
}

async function findWorkflow(files: readonly File[]): Promise<File | null> {
  try {
    for (const file of files) if (await isWorkflow(file)) return file
  } catch (error) {
    showMessage('The file could not be read', error instanceof Error ? error.message : String(error))
  }
  return null
}

/** More cannot be a workflow of ours; reading it would only fill the memory. */
const maximumWorkflowBytes = 200_000_000

async function openWorkflowFile(file: File): Promise<void> {
  if (file.size > maximumWorkflowBytes) {
    refuse({ sentence: `“${file.name}” is too large for a workflow.`, path: '' })
    return
  }
  try {
    await openText(await file.text())
  } catch (error) {
    showMessage('The file could not be read', error instanceof Error ? error.message : String(error))
  }
}

/** Opens the text of a workflow file; what cannot be opened leaves the open document untouched. */
export async function openText(text: string): Promise<void> {
  const read = readWorkflow(text)
  if (!read.ok) return void refuse(read.error)
  const turn = beginOpening()
  if ((await mayLeave()) && turn.isNewest()) await openArrived(read.value)
}

/** Hands the workflow over as a file. Small data travels inside unless it should not. */
export async function saveFile({ withData = true }: { withData?: boolean } = {}): Promise<void> {
  const { document } = documentStore.getState()
  const unreadable: string[] = []
  const packed = await packFiles(document, withData ? insideLimit : 0, (name) => unreadable.push(name))
  await rememberAsOwn(packed)
  download(`${fileName(packed.name)}.json`, writeWorkflow(packed))
  rememberDownload(document)
  if (unreadable.length > 0) {
    showMessage(
      'Saved without some of its data',
      'The storage of this browser did not give these files. Keep them beside the workflow, and choose them again where it is opened.',
      unreadable,
    )
  }
}

/** The name of a workflow as the name of a file, without its ending. */
export const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 80) || 'workflow'

const dataEnding = /\.(csv|tsv|tab|txt|jsonl?|ndjson|geojson|parquet)(\.gz)?$/i

/** Hands the table at a port over as a CSV file that spreadsheets may open. */
export async function saveCsv(node: string, port: string): Promise<void> {
  const origin = documentStore.getState().document.nodes.find(({ id }) => id === node)
  const bytes = origin && (await (await engineClient()).exportCsv(node, port, 'person'))
  if (bytes) return download(`${fileName(titleOf(origin).replace(dataEnding, ''))}.csv`, bytes, 'text/csv')
  showMessage(
    'The table could not be saved',
    'Its rows are no longer in memory. Press Run to compute them again.',
  )
}

/** Hands a trained model over as a file that Import model reads. */
export async function saveModel(node: string, port: string): Promise<void> {
  const origin = documentStore.getState().document.nodes.find(({ id }) => id === node)
  const bytes = origin && (await (await engineClient()).exportCsv(node, port, 'person'))
  if (bytes) return download(`${fileName(titleOf(origin))}.model.json`, bytes)
  showMessage(
    'The model could not be saved',
    'It is no longer in memory, or is too large for a file. Press Run to train it again.',
  )
}

/** Gives a text to the person as a download. */
export function download(name: string, text: string | Uint8Array, type = 'application/json'): void {
  const link = window.document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text as BlobPart], { type }))
  link.download = name
  link.click()
  // The download has taken the address over by then; keeping it would keep the text in memory.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

/**
 * Allows the open document to run on this device; the grant stays here and goes with exactly this content.
 * @param origins that the person was told of: it may send requests to these and no others.
 */
export async function allowDocument(
  origins: readonly string[] = originsIn(documentStore.getState().document),
): Promise<void> {
  trustDocument()
  await allowOrigins(origins)
  await grant(contentIdOf(documentStore.getState().document)).catch(() => undefined)
}

/** Makes this tab the one that edits the document. */
export const takeOver = (): Promise<void> => takeOverDocument()
