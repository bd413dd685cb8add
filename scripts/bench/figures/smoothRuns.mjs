import { exampleIds } from '../../lib/examples.mjs'
import { freshPage } from '../support/app.mjs'
import { observeFrames, watch } from '../support/observe.mjs'
import { openWorkflow, runOnce, whenQuiet } from '../support/person.mjs'
import { exampleWorkflow, largeRun, longTable } from '../support/workflows.mjs'

/** Whether the page stays smooth while a workflow runs, from pressing Run to its last chart. */
export async function measure({ url, browser }) {
  const rows = []
  for (const id of exampleIds()) rows.push(...(await watchRun(url, browser, exampleWorkflow(id), id)))
  rows.push(...(await watchRun(url, browser, largeRun(), '5,000 rows, network, folds')))
  rows.push(...(await watchPreviews(url, browser, longTable(), '100,000 rows, previews')))
  return rows
}

async function watchRun(url, browser, workflow, name) {
  const page = await freshPage(browser)
  await page.addInitScript(observeFrames)
  await openWorkflow(page, url, workflow)
  await whenQuiet(page)
  const seen = await watch(page, async () => {
    await runOnce(page)
    await page.waitForTimeout(500)
  })
  await page.context().close()
  return figures(name, seen)
}

/** The steps that run by themselves, from the moment when the file may run. */
async function watchPreviews(url, browser, workflow, name) {
  const page = await freshPage(browser)
  await page.addInitScript(observeFrames)
  await openWorkflow(page, url, workflow)
  const seen = await watch(page, () => whenQuiet(page))
  await page.context().close()
  return figures(name, seen)
}

function figures(name, { ms, gaps, gap95, longTasks }) {
  const longest = Math.max(0, ...longTasks.map(({ duration }) => duration))
  const noise = `${(ms / 1000).toFixed(1)} s, ${gaps.length} frames, longest gap ${Math.max(...gaps).toFixed(0)} ms`
  const where = longTasks.map(({ at, duration }) => `${duration.toFixed(0)} at ${at.toFixed(0)}`).join(', ')
  return [
    {
      figure: `Longest task while running: ${name}`,
      value: longest,
      unit: 'ms',
      atMost: 50,
      noise: where || 'none over 50 ms',
    },
    { figure: `Frame gap, 95th percentile: ${name}`, value: gap95, unit: 'ms', atMost: 34, noise },
  ]
}
