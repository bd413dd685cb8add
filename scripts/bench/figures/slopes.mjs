/** How time grows from 10,000 to 1,000,000 rows, and what memory a million rows × 20 take. */
import { boosting, forest, jobsOf, openLearners } from '../support/learners.mjs'
import { watchMemory } from '../support/memory.mjs'

const sizes = (process.env.SIZES ?? '10000,100000,1000000').split(',').map(Number)
/** n log n over two decades is steeper than the rows by this much. */
const steepest = 1.15

export async function measure({ browser }) {
  const place = await openLearners(browser, sizes)
  try {
    return [
      ...(await slopeOf('random forest', forest, place)),
      ...(await slopeOf('gradient boosting', boosting, place)),
    ]
  } finally {
    place.close()
  }
}

/** Each size in a tab of its own, so that the memory is that of this size. */
async function slopeOf(name, settings, place) {
  const times = []
  let memory = null
  for (const rows of sizes) {
    const page = await place.open()
    const watched = await watchMemory(place.browser)
    const jobs = jobsOf(
      { ...settings, data: 'classes', rows },
      new URL(`classes-${rows}.csv`, place.url).href,
    )
    // The first run compiles, which is much beside the smallest table.
    if (rows === sizes[0]) await page.evaluate((some) => window.turn(some), jobs)
    times.push(await page.evaluate(async (some) => (await window.turn(some)).ms, jobs))
    memory = watched.stop()?.peak ?? null
    await page.context().close()
  }
  const last = sizes.at(-1).toLocaleString('en')
  return [
    {
      figure: `${name}: slope of time over rows, both as logarithms`,
      value: Math.log(times.at(-1) / times[0]) / Math.log(sizes.at(-1) / sizes[0]),
      unit: '',
      atMost: steepest,
      noise: sizes
        .map((rows, i) => `${rows.toLocaleString('en')}: ${(times[i] / 1000).toFixed(1)} s`)
        .join(', '),
    },
    {
      figure: `${name}: memory of the tab with ${last} × 20`,
      value: memory === null ? NaN : memory / 1e9,
      unit: 'GB',
      atMost: 2,
      noise: 'the most that its process held of its own, learning and reading the file',
    },
  ]
}
