import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from '@playwright/test'
import type { Iteration } from '../src/history/types'
import { openApp, runToEnd } from './support/app'
import { storedIterations } from './support/device'
import { exampleText, openText } from './support/workflows'

const root = resolve(import.meta.dirname, '..')
const folder = resolve(root, 'public/workflows')
const examples = readdirSync(folder).flatMap((file) => /^(.+)\.results\.json$/.exec(file)?.[1] ?? [])

/** What two runs of the same workflow must have in common, whoever made them. */
const factsOf = ({ metrics, data, seed, backend, outcome }: Iteration) => ({
  metrics,
  data,
  seed,
  backend,
  outcome,
})

async function runInTerminal(id: string): Promise<Iteration> {
  const script = resolve(root, 'scripts/workflow.mjs')
  const args = [script, 'run', resolve(folder, `${id}.json`)]
  const { stdout } = await promisify(execFile)(process.execPath, args, { maxBuffer: 1e8 })
  return JSON.parse(stdout) as Iteration
}

for (const id of examples) {
  test(`${id} gives the same bits in the browser, in a terminal and in its record`, async ({ page }) => {
    const terminal = runInTerminal(id)
    await openApp(page)
    await openText(page, exampleText(id))
    await page.getByRole('button', { name: 'Allow' }).click()
    await runToEnd(page)
    await expect.poll(async () => (await storedIterations(page)).length).toBeGreaterThan(1)
    const browser = factsOf((await storedIterations(page)).at(-1)!)
    const recorded = JSON.parse(readFileSync(resolve(folder, `${id}.results.json`), 'utf8')) as Iteration
    expect(browser).toEqual(factsOf(recorded))
    expect(factsOf(await terminal)).toEqual(browser)
  })
}
