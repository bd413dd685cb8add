/**
 * The figures that the product means to reach, measured in a real browser against the built app:
 * `npm run bench [-- NAME…] [--json FILE]`; without names, all of them.
 */
import { writeFileSync } from 'node:fs'
import { availableParallelism, loadavg } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root } from '../lib/source.mjs'
import { buildApp, buildBare, openBrowser, serve } from './support/app.mjs'
import { print, verdictOf } from './support/report.mjs'

const all = [
  'firstPaint',
  'coldLoad',
  'smoothRuns',
  'lastNode',
  'canvas',
  'hundredRuns',
  'recovery',
  'csv',
  'csvLarge',
  'parquet',
  'tables',
  'profile',
  'recipe',
  'learners',
  'pool',
  'slopes',
  'explainers',
  'quality',
]
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' } },
})
const unknown = positionals.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`There is no figure named ${unknown.join(', ')}. There are: ${all.join(', ')}.`)
  process.exit(2)
}

const names = positionals.length > 0 ? positionals : all
const figures = []
for (const name of names) figures.push({ name, ...(await import(`./figures/${name}.mjs`)) })
const place = figures.every(({ alone }) => alone) ? null : await openPlace()

console.log(
  `Load of the machine before the start: ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`,
)

const rows = []
for (const figure of figures) rows.push(...(await measureOne(figure)))
await place?.close()

if (options.json) writeFileSync(options.json, JSON.stringify(rows, null, 2) + '\n')
const missed = rows.filter((row) => row.verdict !== 'reached').length
console.log(`\n${rows.length - missed} reached, ${missed} not reached`)

/** The built app and what it is compared with, served, and a browser. `BENCH_DIST` names a folder with a build to be measured as it is. */
async function openPlace() {
  const dist = resolve(root, process.env.BENCH_DIST ?? '.cache/bench/app')
  const bareDist = resolve(root, '.cache/bench/bare')
  if (!process.env.BENCH_DIST) await buildApp(dist)
  await buildBare(bareDist)
  const app = await serve(dist)
  const bare = await serve(bareDist)
  const browser = await openBrowser()
  const close = async () => {
    await browser.close()
    app.close()
    bare.close()
  }
  return { dist, url: app.url, bareUrl: bare.url, browser, close }
}

/** A figure that cannot be measured is not reached, and does not keep the others from being measured. */
async function measureOne({ name, measure }) {
  try {
    const found = await measure(place)
    const judged = found.map((row) => ({ name, ...row, verdict: verdictOf(row) }))
    judged.forEach(print)
    return judged
  } catch (error) {
    const row = { name, figure: name, value: NaN, unit: '', verdict: 'not measured', noise: error.message }
    print(row)
    return [row]
  }
}
