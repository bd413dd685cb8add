/** How much quicker two workers are than one, and whether models are the same bit for bit whoever learned them. */
import { boosting, forest, jobsOf, openLearners } from '../support/learners.mjs'
import { median, spread } from '../support/stats.mjs'

const rows = 100_000
const few = 2000
const turns = Number(process.env.TURNS ?? 5)
const repeats = 50

export async function measure({ browser }) {
  const place = await openLearners(browser, [rows, few])
  try {
    const page = await place.open()
    const jobs = (settings, count) =>
      jobsOf({ ...settings, data: 'classes' }, new URL(`classes-${count}.csv`, place.url).href)
    const turn = (asked, workers) =>
      page.evaluate(([some, most]) => window.turn(some, most), [asked, workers])
    const fitting = async (...asked) => ({ ms: (await turn(...asked)).learnMs })
    const found = [
      await compare('fitting a forest in its parts', jobs({ ...forest, rows }, rows), fitting),
      await compare('four folds of boosting', jobs({ ...boosting, rows, folds: 4 }, rows), turn),
      ...(await sameness(jobs, turn)),
    ]
    await page.context().close()
    return found
  } finally {
    place.close()
  }
}

async function compare(what, asked, turn) {
  const [one, two] = [[], []]
  await turn(asked, 2)
  for (let i = 0; i < turns; i++) {
    one.push((await turn(asked, 1)).ms)
    two.push((await turn(asked, 2)).ms)
  }
  return {
    figure: `One worker as a multiple of two, for ${what} on ${rows.toLocaleString('en')} × 20`,
    value: median(one) / median(two),
    unit: '×',
    atLeast: 1.7,
    noise: `one ${median(one).toFixed(0)} ms (${spread(one)}), two ${median(two).toFixed(0)} ms (${spread(two)})`,
  }
}

/** Models of a forest and a boosting, by one, two and four workers, again and again. */
async function sameness(jobs, turn) {
  const asked = [...jobs({ ...forest, rows: few }, few), ...jobs({ ...boosting, rows: few, folds: 3 }, few)]
  const prints = []
  for (let i = 0; i < repeats; i++) prints.push((await turn(asked, [1, 2, 4][i % 3])).prints.join())
  const same = prints.filter((print) => print === prints[0]).length
  return [
    {
      figure: `Runs with 1, 2 and 4 workers that give the same models bit for bit, of ${repeats}`,
      value: same,
      unit: '',
      atLeast: repeats,
      noise: `${asked.length} models on ${few.toLocaleString('en')} rows each time`,
    },
  ]
}
