import { forgetIterations } from '@/history/store'
import { database } from '@/storage/database'
import { forgetSetting } from '@/storage/settings'
import { forgetDocument, listDocumentTexts } from '@/storage/slots'
import { damageOf, readStoredDocument } from '../opening'
import { readWorkflow } from '../reading'
import { currentSession, factsKey } from '../session/current'
import { openDocument } from '../session/session'
import { beginOpening, mayLeave } from './leaving'
import { showDialog } from './selection'

/** Workflows on this device, the last saved first. */
export async function listDocuments(): Promise<{ id: string; name: string; savedAt: number }[]> {
  const texts = await listDocumentTexts()
  return texts.map(({ documentId, text, at }) => {
    const read = readWorkflow(text)
    return { id: documentId, name: read.ok ? read.value.name : 'Unreadable workflow', savedAt: at }
  })
}

/** Opens a workflow of this device; false when it was not opened: it cannot be read, or the open one is not saved. */
export async function openStored(documentId: string): Promise<boolean> {
  const turn = beginOpening()
  const stored = await readStoredDocument(documentId)
  if (!stored) await sayUnreadable(documentId)
  if (!stored || !(await mayLeave()) || !turn.isNewest()) return false
  await openDocument(stored)
  return true
}

/**
 * A document lies on this device and cannot be read: the person hears why, and may take its text away. Nothing is
 * opened in its place before that.
 * @returns whether there is such a document.
 */
export async function sayUnreadable(documentId: string): Promise<boolean> {
  const damage = await damageOf(documentId)
  if (damage) showDialog({ kind: 'unreadable', ...damage })
  return damage !== null
}

/** Removes a workflow and its iterations from this device for good; the one that is open here stays. */
export async function deleteStored(documentId: string): Promise<void> {
  if (currentSession()?.documentId === documentId) return
  await database.transaction('rw', database.tables, async () => {
    await forgetDocument(documentId)
    await forgetIterations(documentId)
    await forgetSetting(factsKey(documentId))
  })
}
