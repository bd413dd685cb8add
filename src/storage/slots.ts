import { hashValue } from '@/base/hash'
import { database, type Slot } from './database'

/**
 * A document lies in two slots that are written in turn. Whatever happens in the middle of a write, the other slot
 * still holds the document as it was before; sequence number and checksum say which one to believe.
 */
export interface StoredText {
  text: string
  sequence: number
  at: number
}

const checksum = (slot: Pick<Slot, 'documentId' | 'sequence' | 'text'>): string =>
  hashValue([slot.documentId, slot.sequence, slot.text])

const isWhole = (slot: Slot): boolean => slot.checksum === checksum(slot)

/** The newest whole version of a document; null when this device has none. */
export async function readDocument(documentId: string): Promise<StoredText | null> {
  const slots = await database.slots.where('documentId').equals(documentId).toArray()
  const whole = slots.filter(isWhole).sort((a, b) => b.sequence - a.sequence)
  return whole[0] ?? null
}

/**
 * Writes a version over the older slot. Resolves when the device has it for good.
 * The caller is the only writer of the document and counts on from the sequence that it read.
 */
export async function writeDocument(documentId: string, sequence: number, text: string): Promise<void> {
  await database.slots.put(makeSlot(documentId, sequence, text))
}

/** A version as it lies on the device. */
export function makeSlot(documentId: string, sequence: number, text: string): Slot {
  const slot = { documentId, slot: (sequence % 2) as 0 | 1, sequence, text, at: Date.now() }
  return { ...slot, checksum: checksum(slot) }
}

/** Documents on this device, the last saved first; one of which no version is whole comes with its newest text. */
export async function listDocumentTexts(): Promise<(StoredText & { documentId: string })[]> {
  const newest = new Map<string, Slot>()
  for (const slot of await database.slots.toArray()) {
    const other = newest.get(slot.documentId)
    if (!other || rank(other) < rank(slot)) newest.set(slot.documentId, slot)
  }
  return [...newest.values()].sort((a, b) => b.at - a.at)
}

/** A whole version is better than any torn one. */
const rank = (slot: Slot): number => (isWhole(slot) ? 1e12 : 0) + slot.sequence

/** The newest text of a document, whole or not, for a person to repair; null when this device has none. */
export async function readAnyText(documentId: string): Promise<string | null> {
  const slots = await database.slots.where('documentId').equals(documentId).toArray()
  return slots.sort((a, b) => b.sequence - a.sequence)[0]?.text ?? null
}

export async function forgetDocument(documentId: string): Promise<void> {
  await database.slots.where('documentId').equals(documentId).delete()
}
