import Dexie, { type EntityTable, type Table, type Transaction } from 'dexie'
import type { LoggedRequest } from '@/contract/run'
import type { Deployment } from '@/values/deployment'
import type { Release } from '@/values/release'
import { makeReleases } from './makeReleases'
import { splitRecord, type WithResults } from './records'

/** One of the two places that hold a document in turn. */
export interface Slot {
  documentId: string
  slot: 0 | 1
  /** Grows by one with every save; the higher valid one is the document. */
  sequence: number
  /** Hash of `text`: a write that was torn apart is recognised and passed over. */
  checksum: string
  text: string
  /** Epoch milliseconds. */
  at: number
}

export interface StoredFile {
  hash: string
  /** A file that a person chose is a Blob, which is read piece by piece. */
  bytes: Uint8Array | Blob
  at: number
}

/** A record that is written once, kept as JSON: its type belongs to a higher layer. */
export interface StoredRecord {
  id: string
  documentId: string
  value: unknown
}

export interface StoredRequest extends LoggedRequest {
  id: number
  name: string
}

export interface Setting {
  key: string
  value: unknown
}

/** That the person allows a document to send requests to an origin. */
export interface Consent {
  documentId: string
  origin: string
  at: number
}

/** A secret that a document sends to one origin. It never leaves this device in any other way. */
export interface Credential {
  /** Under which parameters refer to it: random, made anew with each secret. */
  name: string
  documentId: string
  origin: string
  user: string
  secret: string
  at: number
}

/** What an address gave when it was last read, for use without a connection. */
export interface KeptCopy {
  documentId: string
  address: string
  bytes: Uint8Array
  at: number
}

/** Everything the product keeps on this device. */
export interface Database extends Dexie {
  slots: Table<Slot, [string, number]>
  settings: EntityTable<Setting, 'key'>
  grants: EntityTable<{ contentId: string; at: number }, 'contentId'>
  files: EntityTable<StoredFile, 'hash'>
  iterations: EntityTable<StoredRecord, 'id'>
  /** Results of iterations, under the same ids: read only when they are needed. */
  results: EntityTable<StoredRecord, 'id'>
  marks: EntityTable<StoredRecord, 'id'>
  deployments: Table<Deployment, [string, number]>
  /** Which of the deployed versions answer. */
  releases: EntityTable<Release, 'name'>
  requests: EntityTable<StoredRequest, 'id'>
  consents: Table<Consent, [string, string]>
  credentials: EntityTable<Credential, 'name'>
  copies: Table<KeptCopy, [string, string]>
}

/** Strict durability: a write counts as done only when it has reached the disk. */
export const database = new Dexie('stagecraft', { chromeTransactionDurability: 'strict' }) as Database

database.version(1).stores({
  slots: '[documentId+slot], documentId',
  settings: 'key',
  grants: 'contentId',
  files: 'hash',
  iterations: 'id, documentId',
  marks: 'id, documentId',
  deployments: '[name+version], name',
  requests: '++id, [name+at]',
})

database.version(2).stores({ results: 'id, documentId' }).upgrade(moveResults)

database.version(3).stores({
  consents: '[documentId+origin], documentId',
  credentials: 'name, documentId',
  copies: '[documentId+address], documentId',
})

database
  .version(4)
  .stores({ releases: 'name' })
  .upgrade((upgrade) => makeReleases(upgrade.table('deployments'), upgrade.table('releases')))

/** Version 1 kept the results of an iteration inside its record. One after the other, so that memory holds one. */
async function moveResults(upgrade: Transaction): Promise<void> {
  const iterations = upgrade.table<StoredRecord, string>('iterations')
  const moved = upgrade.table<StoredRecord, string>('results')
  for (const id of await iterations.toCollection().primaryKeys()) {
    const { documentId, value } = (await iterations.get(id))!
    const { light, results } = splitRecord(value as WithResults)
    if (results) await moved.put({ id, documentId, value: results })
    await iterations.put({ id, documentId, value: light })
  }
}

/** The one reason that does not pass by itself. */
export const storageForbidden =
  'This browser does not let the page store anything. Save the workflow as a file.'

/** Why something could not be stored, as a sentence for the person. */
export function storageReason(error: unknown): string {
  const names = [nameOf(error), nameOf((error as { inner?: unknown } | null)?.inner)]
  if (names.includes('QuotaExceededError'))
    return 'There is no room left on this device. Save the workflow as a file.'
  if (names.includes('MissingAPIError') || names.includes('SecurityError')) return storageForbidden
  const detail = error instanceof Error ? error.message : String(error)
  return `The storage of this browser failed (${detail}). Save the workflow as a file.`
}

const nameOf = (error: unknown): string =>
  error instanceof Object && 'name' in error ? String(error.name) : ''
