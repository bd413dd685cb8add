import { fromBase64Url } from '@/base/bytes'
import type { WorkflowFile } from '@/document/schema'

/** The bytes of a file that travels inside the document; null when it is only named. */
export function contentOf(files: readonly WorkflowFile[], hash: string): Uint8Array | null {
  const content = files.find((file) => file.hash === hash)?.content
  return content === null || content === undefined ? null : fromBase64Url(content)
}
