/// <reference lib="webworker" />
import { checkHeader } from '@/contract/inference'
import { scoringCatalog } from '@/nodes/scoring'
import { getRelease, getVersion, listReleases } from '@/storage/releases'
import { logRequest } from '@/storage/requests'
import { answer, type EndpointRequest } from './answer'
import { build } from './build'
import { KeptVersions } from './keptVersions'
import { OfflineFiles } from './offline'

declare const self: ServiceWorkerGlobalScope

const versions = new KeptVersions(getVersion)
const files = new OfflineFiles(build, self.registration.scope)

self.addEventListener('install', (event) => {
  event.waitUntil(keepFiles().then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(files.deleteOldBuilds().then(() => self.clients.claim()))
})

/** A page that was reloaded past the service worker asks to be taken on again. */
self.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  const path = pathInScope(event.request.url)
  if (path === null) return
  if (path === 'v2' || path.startsWith('v2/')) event.respondWith(answerEndpoint(event, path.slice(2)))
  else if (event.request.method === 'GET')
    event.respondWith(files.answer(event.request, (keeping) => event.waitUntil(keeping.catch(warn))))
  if (event.request.mode === 'navigate') event.waitUntil(keepWhatIsMissing())
})

/** The endpoint needs no kept files, so it is installed even where they cannot be kept (a full disk, no network). */
async function keepFiles(): Promise<void> {
  try {
    await files.keep()
  } catch (error) {
    warn(error)
  }
}

function warnOfLog(error: unknown): void {
  // eslint-disable-next-line no-console -- the caller has the answer already; there may be no page to tell
  console.warn('What the endpoint was asked could not be written down:', error)
}

function warn(error: unknown): void {
  // eslint-disable-next-line no-console -- a service worker has no screen, and there may be no page to tell
  console.warn('The app is not kept for offline use:', error)
}

/** What could not be kept when this worker was installed is tried again with every visit. */
async function keepWhatIsMissing(): Promise<void> {
  if (!(await files.isComplete())) await keepFiles()
}

function pathInScope(address: string): string | null {
  const { scope } = self.registration
  if (!address.startsWith(scope)) return null
  return address.slice(scope.length).split(/[?#]/)[0]
}

async function answerEndpoint(event: FetchEvent, path: string): Promise<Response> {
  const { status, body } = await answer(await takeApart(event.request, path), {
    catalog: scoringCatalog,
    release: getRelease,
    names: async () => (await listReleases()).map(({ name }) => name),
    version: (name, info) => versions.get(name, info),
    log: logRequest,
    afterwards: async (work) => event.waitUntil(work().catch(warnOfLog)),
    now: () => performance.timeOrigin + performance.now(),
    // eslint-disable-next-line no-restricted-properties -- the traffic split is by chance, and part of no run
    chance: Math.random,
  })
  return Response.json(body, { status })
}

async function takeApart(request: Request, path: string): Promise<EndpointRequest> {
  const body = request.method === 'POST' ? await request.text() : ''
  return { method: request.method, path, body, check: request.headers.has(checkHeader) }
}
