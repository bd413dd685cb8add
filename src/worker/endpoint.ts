import type { Json } from '@/base/json'
import type { InferReply } from '@/contract/run'
import { checkHeader } from '@/contract/inference'
import { request as send } from './network'

/** How long the service worker may take to start, and to answer one request. */
const startPatience = 10_000
const answerPatience = 30_000

/** Address of a model's endpoint, as other pages of the same origin use it. */
export const endpointAddress = (name: string, version?: number): string =>
  `${modelAddress(name)}${version === undefined ? '' : `/versions/${version}`}/infer`

const modelAddress = (name: string): string =>
  new URL(`v2/models/${encodeURIComponent(name)}`, document.baseURI).href

/** Installs the service worker that answers `v2/…`; resolves when it has taken this page on, and never waits for ever. */
export async function startEndpoint(): Promise<void> {
  if (!('serviceWorker' in navigator))
    throw new Error('this browser has no service workers here (https or localhost is needed)')
  await within(startPatience, 'the service worker did not start', takePageOn)
}

async function takePageOn(): Promise<void> {
  await navigator.serviceWorker.register('./service-worker.js', { type: 'module', updateViaCache: 'none' })
  const registration = await navigator.serviceWorker.ready
  if (navigator.serviceWorker.controller) return
  const taken = new Promise((resolve) =>
    navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  )
  registration.active?.postMessage('claim')
  await taken
}

/**
 * Fails with the sentence when the work takes longer than this many milliseconds; the signal then aborts it. An answer
 * ends the clock: a run asks many times, and `AbortSignal.timeout` would keep each question in memory until its time is up.
 */
async function within<T>(
  ms: number,
  sentence: string,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const clock = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error(sentence))
      clock.abort()
    }, ms)
  })
  try {
    return await Promise.race([work(clock.signal), late])
  } finally {
    clearTimeout(timer)
  }
}

/** Asks the endpoint over HTTP, as any caller would. A fault of the transport is a reply with status 503. */
export function askEndpoint(
  name: string,
  request: Json,
  options: { check: boolean; version?: number },
): Promise<InferReply> {
  const headers = { 'content-type': 'application/json', ...(options.check ? { [checkHeader]: '1' } : {}) }
  return reach(() => endpointAddress(name, options.version), {
    method: 'POST',
    headers,
    body: JSON.stringify(request),
  })
}

/** What the endpoint says of a model: its metadata with status 200, or 404 where nothing answers under the name. */
export const describeEndpoint = (name: string): Promise<InferReply> => reach(() => modelAddress(name), {})

async function reach(address: () => string, init: RequestInit): Promise<InferReply> {
  try {
    await startEndpoint()
    return await within(answerPatience, 'the endpoint did not answer', async (signal) => {
      const response = await send(address(), { ...init, signal })
      return { status: response.status, body: (await response.json()) as Json }
    })
  } catch (error) {
    return { status: 503, body: { error: error instanceof Error ? error.message : String(error) } }
  }
}
