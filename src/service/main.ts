/// <reference lib="webworker" />
import { scoringCatalog } from '@/nodes/scoring'
import { getDeployment, logRequest } from '@/storage/deployments'
import { answer, type EndpointRequest } from './answer'
import { answerFromCache, keepOffline } from './offline'

declare const self: ServiceWorkerGlobalScope

/** Requests with this header are checks of the product itself and are not logged as traffic. */
const checkHeader = 'x-stagecraft-check'

self.addEventListener('install', (event) => {
  event.waitUntil(keepOffline(self.registration.scope).then(() => self.skipWaiting()))
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

/** A page that was reloaded past the service worker asks to be taken on again. */
self.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(self.clients.claim())
})

self.addEventListener('fetch', (event) => {
  const path = pathInScope(event.request.url)
  if (path === null) return
  if (path === 'v2' || path.startsWith('v2/')) event.respondWith(answerEndpoint(event.request, path.slice(2)))
  else if (event.request.method === 'GET') event.respondWith(answerFromCache(event.request))
})

function pathInScope(address: string): string | null {
  const { scope } = self.registration
  if (!address.startsWith(scope)) return null
  return address.slice(scope.length).split(/[?#]/)[0]
}

async function answerEndpoint(request: Request, path: string): Promise<Response> {
  const { status, body } = await answer(await takeApart(request, path), {
    catalog: scoringCatalog,
    find: getDeployment,
    log: logRequest,
    now: Date.now,
  })
  return Response.json(body, { status })
}

async function takeApart(request: Request, path: string): Promise<EndpointRequest> {
  const body = request.method === 'POST' ? await request.text() : ''
  return { method: request.method, path, body, check: request.headers.has(checkHeader) }
}
