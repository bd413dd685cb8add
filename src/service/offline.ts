const cacheName = 'stagecraft-files'

/**
 * Puts every shipped file into the cache, so that the app works offline from the first visit on. The list is
 * written by the build; in development there is none, and nothing is kept.
 */
export async function keepOffline(scope: string): Promise<void> {
  const list = await fetch(new URL('files.json', scope), { cache: 'no-store' })
  if (!list.ok || !list.headers.get('content-type')?.includes('json')) return
  const wanted = ((await list.json()) as string[]).map((file) => new URL(file, scope).href)
  const cache = await caches.open(cacheName)
  const kept = new Set((await cache.keys()).map((request) => request.url))
  await Promise.all([...kept].filter((url) => !wanted.includes(url)).map((url) => cache.delete(url)))
  await cache.addAll(wanted.filter((url) => !(kept.has(url) && hasContentHash(url))))
}

/** Files with a hash in their name never change; everything else is asked of the network first. */
export async function answerFromCache(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const kept = await cache.match(request, { ignoreSearch: request.mode === 'navigate' })
  if (kept && hasContentHash(request.url)) return kept
  try {
    return await fetch(request)
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

const hasContentHash = (url: string): boolean => /\/assets\/[^/]+-[\w-]{8}\.\w+$/.test(url)
