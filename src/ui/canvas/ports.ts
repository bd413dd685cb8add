import type { Port } from '@/contract/port'
import { kindsInWords } from '@/document/ports'

/** Ids of React Flow's handles: the side, then the name of the port. */
export const inputHandle = (port: string): string => `in:${port}`
export const outputHandle = (port: string): string => `out:${port}`
export const feedbackOut = 'feedback:out'
export const feedbackIn = 'feedback:in'

/** The name of the port behind a handle; null for the feedback ports. */
export function portOfHandle(handle: string | null | undefined): string | null {
  if (!handle || handle.startsWith('feedback:')) return null
  return handle.slice(handle.indexOf(':') + 1)
}

/** What a port is for, as its tooltip says it. */
export function portWords(port: Port, side: 'input' | 'output'): string {
  const kinds = kindsInWords(port)
  if (side === 'output') return `${port.title}: gives ${kinds}`
  return `${port.title}: takes ${kinds}${port.optional ? ' (optional)' : ''}${port.many ? ', several wires may end here' : ''}`
}
