import { failStep } from '@/contract/errors'

/** Origins that the person has allowed for the open document. Nothing is allowed by itself but our own origin. */
const allowed = new Set<string>()

export const allowOrigins = (origins: Iterable<string>): void => {
  allowed.clear()
  for (const origin of origins) allowed.add(origin)
}

/**
 * The one door to the network, for page and workers alike; nothing else fetches.
 * @throws StepFailure `not-allowed` for an origin that nobody has allowed.
 */
export async function request(address: string, init?: RequestInit): Promise<Response> {
  const { origin } = new URL(address, location.href)
  if (origin !== location.origin && !allowed.has(origin))
    failStep({ kind: 'not-allowed', what: `Loading data from ${origin}` })
  return fetch(new URL(address, location.href), init)
}

/** The bytes of an asset that is shipped with the product. */
export async function readAsset(address: string): Promise<Uint8Array> {
  const response = await request(address)
  if (!response.ok) {
    failStep({
      kind: 'bad-file',
      line: null,
      problem: `A data set of the product could not be loaded (status ${response.status})`,
      advice: 'Go online once and try again: after that it is kept on this device.',
    })
  }
  return new Uint8Array(await response.arrayBuffer())
}
