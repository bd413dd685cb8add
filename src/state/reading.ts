import { fail, ok, type Result } from '@/base/result'
import { describeDocumentError, type DocumentError } from '@/document/errors'
import { loadWorkflow } from '@/document/load'
import type { Workflow } from '@/document/schema'
import { isWorkflowLink, linkLimit, packLink, unpackLink } from '@/document/share'

/** Why a text is no workflow that can be opened: a sentence, and the place in the JSON (may be empty). */
export interface ReadingError {
  sentence: string
  path: string
}

const told = (read: Result<Workflow, DocumentError>): Result<Workflow, ReadingError> =>
  read.ok ? ok(read.value) : fail({ sentence: describeDocumentError(read.error), path: read.error.path })

export const readWorkflow = (text: string): Result<Workflow, ReadingError> => told(loadWorkflow(text))

/** A document of this device; null when it cannot be read. */
export function readStored(text: string): Workflow | null {
  const read = loadWorkflow(text)
  return read.ok ? read.value : null
}

/** The workflow as the hash of a link. */
export async function writeLink(
  document: Workflow,
): Promise<{ kind: 'link'; hash: string } | { kind: 'too-large'; bytes: number }> {
  const hash = await packLink(document)
  return hash.length > linkLimit ? { kind: 'too-large', bytes: hash.length } : { kind: 'link', hash }
}

/** The workflow in the hash of an address; null when it carries none. */
export async function readLink(hash: string): Promise<Result<Workflow, ReadingError> | null> {
  return isWorkflowLink(hash) ? told(await unpackLink(hash)) : null
}
