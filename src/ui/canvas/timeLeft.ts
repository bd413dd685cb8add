/** Milliseconds; null in the first second, and while too little is done to tell. */
export function timeLeft(share: number | null, elapsedMs: number): number | null {
  if (share === null || share < 0.05 || elapsedMs < 1000) return null
  return Math.max(0, Math.round((elapsedMs * (1 - share)) / share / 1000) * 1000)
}
