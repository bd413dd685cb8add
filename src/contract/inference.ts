import type { Json } from '@/base/json'

/** Requests with this header are checks of the product itself: answered, but not logged as traffic. */
export const checkHeader = 'x-stagecraft-check'

/** A request for predictions by the product itself. */
export const inferRequest = (name: string, body: Json, version?: number) => ({
  method: 'POST',
  path: `/models/${encodeURIComponent(name)}${version === undefined ? '' : `/versions/${version}`}/infer`,
  body: JSON.stringify(body),
  check: true,
})
