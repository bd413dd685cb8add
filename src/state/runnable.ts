import type { Workflow } from '@/document/schema'
import { documentStore } from './documentStore'
import { currentSession } from './session/current'

/**
 * The document with this id as it is now, if it may still run: it is the open one, allowed on this device, and written
 * by this tab. Null otherwise. To be asked again after every wait: meanwhile another one may have been opened.
 */
export function runnable(documentId: string): Workflow | null {
  const { document, mode } = documentStore.getState()
  const isOpen = document.id === documentId && currentSession()?.documentId === documentId
  return isOpen && mode === 'edit' ? document : null
}
