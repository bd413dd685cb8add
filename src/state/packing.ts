import { fromBase64Url, toBase64Url } from '@/base/bytes'
import { hashBytes, hashValue } from '@/base/hash'
import { isFileUsed } from '@/document/edits'
import type { Workflow, WorkflowFile } from '@/document/schema'
import { getFile, putFile } from '@/storage/files'
import { grant } from '@/storage/settings'
import { currentSession } from './session/current'

/** Data up to this size in all travels inside a saved workflow unless the person says otherwise. */
export const insideLimit = 1_000_000

/**
 * What a document says, as one hash: a grant belongs to exactly this content. The same content under another id, or
 * with its data inside the file instead of in storage, is still the same: the hash of each data file is part of it.
 */
export const contentIdOf = (document: Workflow): string =>
  hashValue({ ...document, id: '', files: document.files.map((file) => ({ ...file, content: null })) })

/** One document of this device in one version: what was saved here itself, and may take the place of that document. */
export const ownIdOf = (document: Workflow): string => hashValue([document.id, contentIdOf(document)])

/**
 * What leaves this device opens here for editing when it comes back, unless it was itself not allowed to run: in a
 * second tab, too, where a document is read-only whether it is allowed or not. Without storage it will open for
 * inspection, which is the safe side.
 */
export async function rememberAsOwn(document: Workflow): Promise<void> {
  if (!currentSession()?.trusted) return
  await Promise.all([grant(contentIdOf(document)), grant(ownIdOf(document))]).catch(() => undefined)
}

/**
 * The workflow as it leaves the device: only the files in use, with the contents that fit into `limit` bytes. A file
 * that storage does not give is only named, and told to `onUnreadable`: the workflow must leave just when storage fails.
 */
export async function packFiles(
  document: Workflow,
  limit: number,
  onUnreadable: (name: string) => void = () => undefined,
): Promise<Workflow> {
  const files: WorkflowFile[] = []
  let room = limit
  for (const file of document.files.filter(({ hash }) => isFileUsed(document, hash))) {
    const bytes = file.size <= room ? await contentOf(file, onUnreadable) : null
    if (bytes) room -= bytes.byteLength
    files.push({ ...file, content: bytes ? toBase64Url(bytes) : null })
  }
  return { ...document, files }
}

async function contentOf(
  file: WorkflowFile,
  onUnreadable: (name: string) => void,
): Promise<Uint8Array | null> {
  if (file.content !== null) return fromBase64Url(file.content)
  const bytes = await getFile(file.hash).catch(() => null)
  if (!bytes) onUnreadable(file.name)
  return bytes
}

/**
 * Puts data that came inside a workflow into storage and leaves only its name in the document, so that edits save
 * little. Data that cannot be stored stays inside. Data that is not what its hash says is not taken at all: the node
 * then says that its file is missing.
 */
export async function unpackFiles(document: Workflow): Promise<Workflow> {
  if (document.files.every((file) => file.content === null)) return document
  return { ...document, files: await Promise.all(document.files.map(unpackFile)) }
}

async function unpackFile(file: WorkflowFile): Promise<WorkflowFile> {
  if (file.content === null) return file
  const bytes = decode(file.content)
  if (!bytes || hashBytes(bytes) !== file.hash) return { ...file, content: null }
  try {
    await putFile(bytes)
    return { ...file, content: null }
  } catch {
    // Storage is full or forbidden; that the document itself is not saved is said by the autosave.
    return file
  }
}

function decode(content: string): Uint8Array | null {
  try {
    return fromBase64Url(content)
  } catch {
    return null
  }
}
