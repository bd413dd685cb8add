import { quantile } from './stats.mjs'

/** To be given to `page.addInitScript`: keeps long tasks, and frame times while `__watching`. */
export function observeFrames() {
  window.__long = []
  window.__frames = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.__long.push({ startTime, duration })
  }).observe({ type: 'longtask' })
  const tick = (time) => {
    if (window.__watching) window.__frames.push(time)
    requestAnimationFrame(tick)
  }
  requestAnimationFrame(tick)
}

/** Watches the page while something is done. Times in milliseconds. */
export async function watch(page, work) {
  const from = await page.evaluate(() => {
    window.__frames = []
    window.__watching = true
    return performance.now()
  })
  await work()
  const seen = await page.evaluate((from) => {
    window.__watching = false
    const long = window.__long.filter(({ startTime }) => startTime >= from)
    return { until: performance.now(), frames: window.__frames, long }
  }, from)
  const gaps = seen.frames.slice(1).map((time, i) => time - seen.frames[i])
  return {
    ms: seen.until - from,
    gaps,
    gap95: quantile(gaps, 0.95),
    framesPerSecond: (1000 * gaps.length) / (seen.frames.at(-1) - seen.frames[0]),
    longTasks: seen.long.map(({ startTime, duration }) => ({ at: startTime - from, duration })),
  }
}
