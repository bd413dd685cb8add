/** Bytes as URL-safe base64 without padding, and back; used in share links and files. */
export function toBase64Url(bytes: Uint8Array): string {
  let binary = ''
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** @throws DOMException when the text is not base64. */
export function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (character) => character.charCodeAt(0))
}

/** Raw deflate, by the platform. */
export async function compress(bytes: Uint8Array): Promise<Uint8Array> {
  return collect(
    new Blob([bytes as BlobPart]).stream().pipeThrough(new CompressionStream('deflate-raw')),
    Infinity,
  )
}

/** Inflates at most `limit` bytes; null when there are more, so that a small link cannot fill the memory. */
export async function decompress(bytes: Uint8Array, limit: number): Promise<Uint8Array | null> {
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  try {
    return await collect(stream, limit)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of stream as unknown as AsyncIterable<Uint8Array>) {
    size += part.byteLength
    if (size > limit) throw new RangeError(`more than ${limit} bytes`)
    parts.push(part)
  }
  return new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer())
}
