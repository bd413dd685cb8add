import { compress, decompress, fromBase64Url, toBase64Url } from '@/base/bytes'
import { stableStringify } from '@/base/json'
import { fail, ok, type Result } from '@/base/result'
import { workflowSchema, type Workflow } from '@/document/schema'

/** Why a text is no workflow that can be opened: a sentence, and the place in the JSON. */
export interface ReadingError {
  sentence: string
  path: string
}

export async function readWorkflow(text: string): Promise<Result<Workflow, ReadingError>> {
  try {
    return ok(workflowSchema.parse(JSON.parse(text)))
  } catch (error) {
    return fail({ sentence: error instanceof Error ? error.message : String(error), path: '$' })
  }
}

/** A document of this device; null when it cannot be read. */
export async function readStored(text: string): Promise<Workflow | null> {
  const read = await readWorkflow(text)
  return read.ok ? read.value : null
}

export const writeWorkflow = (document: Workflow): string => `${stableStringify(document, 2)}\n`

const linkLimit = 64_000
const linkKey = 'workflow='

/** The workflow as the hash of a link. */
export async function writeLink(
  document: Workflow,
): Promise<{ kind: 'link'; hash: string } | { kind: 'too-large'; bytes: number }> {
  const packed = toBase64Url(await compress(new TextEncoder().encode(stableStringify(document))))
  const hash = linkKey + packed
  return hash.length > linkLimit ? { kind: 'too-large', bytes: hash.length } : { kind: 'link', hash }
}

/** The workflow in the hash of an address; null when it carries none. */
export async function readLink(hash: string): Promise<Result<Workflow, ReadingError> | null> {
  const text = hash.replace(/^#/, '')
  if (!text.startsWith(linkKey)) return null
  const bytes = await decompress(fromBase64Url(text.slice(linkKey.length)), 5_000_000)
  if (!bytes) return fail({ sentence: 'The link holds more than a workflow may.', path: '' })
  return readWorkflow(new TextDecoder().decode(bytes))
}
