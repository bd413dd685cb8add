import { hashBytes } from '@/base/hash'
import { database } from './database'

/** Keeps the bytes of a data file under their content hash; the same content is kept once. */
export async function putFile(bytes: Uint8Array): Promise<string> {
  const hash = await hashFile(bytes)
  const known = await database.files.where('hash').equals(hash).count()
  if (known === 0) await database.files.put({ hash, bytes, at: Date.now() })
  return hash
}

/** The same as `hashBytes`, by the platform where it offers that: beside the page instead of in its way. */
async function hashFile(bytes: Uint8Array): Promise<string> {
  const subtle = globalThis.crypto?.subtle
  if (!subtle) return hashBytes(bytes)
  const digest = new Uint8Array(await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>))
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The bytes with this content hash; null when they are not on this device. */
export async function getFile(hash: string): Promise<Uint8Array | null> {
  return (await database.files.get(hash))?.bytes ?? null
}
