import type { Workflow } from '@/document/schema'
import { documentStore } from '../documentStore'
import { hasUndo } from '../selectors'
import { flushDocument, isUnsaved } from '../session/saving'
import { showMessage } from './selection'

let newest = 0

/** Something is to be opened; what takes longer to arrive than a later wish is not opened any more. */
export function beginOpening(): { isNewest(): boolean } {
  const turn = ++newest
  return { isNewest: () => turn === newest }
}

let downloaded: Workflow | null = null

/** The person has this as a file. */
export function rememberDownload(document: Workflow): void {
  downloaded = document
}

/** Whether another document may take the place of the open one; if not, a message says that its work would be lost. */
export async function mayLeave(): Promise<boolean> {
  await flushDocument()
  const { document } = documentStore.getState()
  if (!isUnsaved() || !hasUndo() || document === downloaded) return true
  showMessage(
    'This workflow is not saved yet',
    'Opening another one would lose its last changes. Download it first, with the button in the banner, then try again.',
  )
  return false
}
