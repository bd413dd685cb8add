import { useSyncExternalStore } from 'react'

function everySecond(onTick: () => void): () => void {
  const timer = setInterval(onTick, 1000)
  return () => clearInterval(timer)
}

const second = (): number => Math.floor(Date.now() / 1000) * 1000

/** The time in epoch milliseconds, in whole seconds; draws its component again when it changes. */
export const useSecond = (): number => useSyncExternalStore(everySecond, second)
