import { afterEach, expect, it, vi } from 'vitest'
import { askEndpoint } from './endpoint'

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('answers that it did not start when the service worker never becomes ready', async () => {
  vi.useFakeTimers()
  const never = new Promise<never>(() => undefined)
  const serviceWorker = { register: () => Promise.resolve({}), ready: never, controller: null }
  vi.stubGlobal('navigator', { serviceWorker })
  const reply = askEndpoint('penguins', {}, { check: true })
  await vi.advanceTimersByTimeAsync(10_000)
  await expect(reply).resolves.toEqual({ status: 503, body: { error: 'the service worker did not start' } })
})
