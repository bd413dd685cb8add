import { formatBytes, formatCount } from '@/base/format'

/** Why a text is not a workflow that can be opened. `path` is the place in the JSON, empty where there is none. */
export type DocumentError = { path: string } & (
  | { kind: 'too-large'; bytes: number; limit: number }
  | { kind: 'too-deep'; limit: number }
  | { kind: 'too-many'; what: string; limit: number }
  | { kind: 'text-too-long'; limit: number }
  | { kind: 'forbidden-name'; name: string }
  | { kind: 'not-json'; line: number }
  | { kind: 'not-a-workflow' }
  | { kind: 'bad-version' }
  | { kind: 'newer-version'; version: number; known: number }
  | { kind: 'invalid'; problem: string; more: number }
  | { kind: 'duplicate-id'; id: string }
  | { kind: 'dangling'; id: string }
  | { kind: 'broken-link' }
)

/** One or two whole sentences: what is wrong, where, and what to do where something can be done. */
export function describeDocumentError(error: DocumentError): string {
  const at = error.path === '' ? '' : ` at ${error.path}`
  switch (error.kind) {
    case 'too-large':
      return `The workflow is too large: ${formatBytes(error.bytes)}, and at most ${formatBytes(error.limit)} can be opened.`
    case 'too-deep':
      return `The file nests deeper than ${error.limit} levels${at}, so it is no workflow of ours.`
    case 'too-many':
      return `The file holds more than ${formatCount(error.limit)} ${error.what}${at}.`
    case 'text-too-long':
      return `A text${at} is longer than ${formatCount(error.limit)} characters.`
    case 'forbidden-name':
      return `The name “${error.name}” is not allowed${at}.`
    case 'not-json':
      return `The file is not valid JSON from line ${error.line} on. It may be cut off.`
    case 'not-a-workflow':
      return 'The file is JSON, but not a Stagecraft workflow.'
    case 'bad-version':
      return 'The file does not say which version of the format it has.'
    case 'newer-version':
      return `The file has version ${error.version} of the format, and this Stagecraft knows up to ${error.known}. Open it with a newer Stagecraft.`
    case 'invalid':
      return `The file is not valid${at}: ${error.problem}${error.more === 0 ? '' : `, and ${formatCount(error.more)} more`}.`
    case 'duplicate-id':
      return `The id “${error.id}”${at} is already taken.`
    case 'dangling':
      return `A wire${at} ends at “${error.id}”, and there is no such node.`
    case 'broken-link':
      return 'The link is not complete, so no workflow can be read from it. Copy all of it, or ask for the file.'
  }
}

/** A place in JSON as people write it: `nodes[3].params["a b"]`. */
export function jsonPath(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`
    const name = String(part).slice(0, 100)
    if (!/^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(name)) return `${text}[${JSON.stringify(name)}]`
    return text === '' ? name : `${text}.${name}`
  }, '')
}
