import { freshPage } from '../support/app.mjs'
import { openApp, runOnce, whenQuiet } from '../support/person.mjs'

const runs = 100
const settled = 20

/** Runs the first example again and again in one tab, its seed changed each time so that everything is done anew. */
export async function measure({ url, browser }) {
  const page = await freshPage(browser)
  const tab = await page.context().newCDPSession(page)
  await openApp(page, url)
  await whenQuiet(page)
  await runOnce(page)
  const tensors = [await countTensors(page)]
  const heaps = []
  for (let run = 1; run <= runs; run++) {
    await changeSeed(page, 1000 + run)
    await runOnce(page)
    if (run % 10 === 0) {
      heaps.push({ run, bytes: await heapOf(tab) })
      tensors.push(await countTensors(page))
    }
  }
  await page.context().close()
  return figures(heaps, tensors)
}

function figures(heaps, tensors) {
  const at = (run) => heaps.find((heap) => heap.run === run).bytes
  const megabytes = heaps.map(({ run, bytes }) => `${run}: ${(bytes / 1e6).toFixed(2)}`).join(', ')
  return [
    {
      figure: `Tensors more than at the start after ${runs} runs of the first example`,
      value: Math.max(...tensors) - tensors[0],
      unit: '',
      atMost: 0,
      noise: `${tensors.join(', ')} in all workers`,
    },
    {
      figure: `Page heap growth from run ${settled} to run ${runs}`,
      value: 100 * (at(runs) / at(settled) - 1),
      unit: '%',
      atMost: 1,
      noise: `MB by run: ${megabytes}`,
    },
  ]
}

/** The seed is changed where a person changes it: in the inspector of the workflow, with nothing selected. */
async function changeSeed(page, seed) {
  const field = page.getByRole('textbox', { name: 'Seed' })
  if (!(await field.isVisible())) await showWorkflow(page)
  await field.fill(String(seed))
}

async function showWorkflow(page) {
  const { x, y, width, height } = await page.locator('.react-flow').boundingBox()
  await page.mouse.click(x + width - 12, y + height / 2)
  await page.getByRole('textbox', { name: 'Seed' }).waitFor()
}

/** tfjs keeps its engine on the global object of each worker; a worker without one holds no tensors. */
async function countTensors(page) {
  const counts = await Promise.all(
    page.workers().map((worker) => worker.evaluate(() => self._tfengine?.memory().numTensors ?? 0)),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

async function heapOf(tab) {
  for (let i = 0; i < 3; i++) await tab.send('HeapProfiler.collectGarbage')
  return (await tab.send('Runtime.getHeapUsage')).usedSize
}
