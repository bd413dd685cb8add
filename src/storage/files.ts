import { hashBytes } from '@/base/hash'
import { database } from './database'

/** Keeps the bytes of a data file under their content hash; the same content is kept once. */
export async function putFile(bytes: Uint8Array): Promise<string> {
  const hash = hashBytes(bytes)
  const known = await database.files.where('hash').equals(hash).count()
  if (known === 0) await database.files.put({ hash, bytes, at: Date.now() })
  return hash
}

/** The bytes with this content hash; null when they are not on this device. */
export async function getFile(hash: string): Promise<Uint8Array | null> {
  return (await database.files.get(hash))?.bytes ?? null
}
