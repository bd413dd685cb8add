import { compress, decompress, fromBase64Url, toBase64Url } from '@/base/bytes'
import { fail, ok, type Result } from '@/base/result'
import type { DocumentError } from './errors'
import { loadWorkflow } from './load'
import { writeCompact } from './save'
import type { Workflow } from './schema'

/** Longest hash of a link, in characters. Above it the workflow travels as a file. */
export const linkLimit = 65_536

/** A hash of the limit cannot honestly hold more: deflate rarely gains more than a factor of fifty on JSON. */
const inflatedLimit = 4_000_000

const prefix = 'workflow='

/** The workflow as the hash of a link, without the `#`; compare its length with `linkLimit`. */
export async function packLink(workflow: Workflow): Promise<string> {
  const bytes = await compress(new TextEncoder().encode(writeCompact(workflow)))
  return prefix + toBase64Url(bytes)
}

/** Whether a hash, with or without `#`, carries a workflow. */
export const isWorkflowLink = (hash: string): boolean => withoutSign(hash).startsWith(prefix)

const withoutSign = (hash: string): string => (hash.startsWith('#') ? hash.slice(1) : hash)

/** Never throws, whatever the hash. */
export async function unpackLink(hash: string): Promise<Result<Workflow, DocumentError>> {
  if (!isWorkflowLink(hash)) return fail({ kind: 'broken-link', path: '' })
  const packed = withoutSign(hash)
  if (packed.length > linkLimit)
    return fail({ kind: 'too-large', path: '', bytes: packed.length, limit: linkLimit })
  const text = await inflate(packed.slice(prefix.length))
  return text.ok ? loadWorkflow(text.value) : text
}

async function inflate(packed: string): Promise<Result<string, DocumentError>> {
  try {
    const bytes = await decompress(fromBase64Url(packed), inflatedLimit)
    if (!bytes) return fail({ kind: 'too-large', path: '', bytes: inflatedLimit + 1, limit: inflatedLimit })
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    // Not base64, not deflate or not UTF-8: the link was cut or changed on its way.
    return fail({ kind: 'broken-link', path: '' })
  }
}
