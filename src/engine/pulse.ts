import { failStep } from '@/contract/errors'
import type { Progress, Pulse } from '@/contract/pulse'

const longestStretchMs = 30
const progressEveryMs = 125

/** Lets events of the platform through: a message to oneself, since timers wait at least 4 ms. */
export function giveWay(): Promise<void> {
  return new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      channel.port1.close()
      resolve()
    }
    channel.port2.postMessage(null)
  })
}

/**
 * The pulse of one step: gives way every 30 ms, throws `cancelled` once the signal is aborted, and passes progress on
 * at most 8 times a second. The last progress is not lost: it goes out with the next breath after its turn.
 */
export function makePulse(signal: AbortSignal, report: (progress: Progress) => void): Pulse {
  let breathed = performance.now()
  let reported = -Infinity
  let waiting: Progress | null = null
  const flush = () => {
    if (!waiting || performance.now() - reported < progressEveryMs) return
    reported = performance.now()
    report(waiting)
    waiting = null
  }
  return {
    signal,
    async breathe() {
      if (signal.aborted) failStep({ kind: 'cancelled' })
      if (performance.now() - breathed < longestStretchMs) return
      flush()
      await giveWay()
      breathed = performance.now()
      if (signal.aborted) failStep({ kind: 'cancelled' })
    },
    progress(progress) {
      waiting = progress
      flush()
    },
  }
}
