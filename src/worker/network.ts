import { failStep } from '@/contract/errors'

/**
 * The one door to the network, for page and workers alike; nothing else fetches, and it leads to our own origin only. A
 * node type that reads from elsewhere will need a table of what the person allowed, here.
 * @throws StepFailure `not-allowed` for another origin.
 */
export async function request(address: string, init?: RequestInit): Promise<Response> {
  const { origin, href } = new URL(address, location.href)
  if (origin !== location.origin) failStep({ kind: 'not-allowed', what: `Loading data from ${origin}` })
  return fetch(href, init)
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
