import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { openApp, region, selectNode } from './support/app'

/** Presses a button that hands over a file; its name and its text. */
async function downloaded(page: Page, press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const arriving = page.waitForEvent('download')
  await press()
  const file = await arriving
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') }
}

test('the program of a node, and of the whole workflow, comes as a Python file', async ({ page }) => {
  await openApp(page)
  await selectNode(page, 'Split rows')
  await page.keyboard.press('Escape')
  const whole = await downloaded(page, () =>
    region(page, 'Inspector').getByRole('button', { name: 'Export as Python' }).click(),
  )
  expect(whole.name).toMatch(/^[\w-]+\.py$/)
  expect(whole.text).toContain('# Hold-out evaluation')

  await selectNode(page, 'Split rows')
  const results = region(page, 'Results')
  await results.getByRole('tab', { name: 'Python' }).click()
  const upTo = await downloaded(page, () => results.getByRole('button', { name: 'Download' }).click())
  expect(upTo.name).toBe(whole.name)
  expect(upTo.text).toContain('# Split rows')
  expect(upTo.text).not.toContain('# Hold-out evaluation')
  expect(upTo.text.trim()).toBe(
    (await results.getByLabel('Python program').evaluate((pre) => pre.textContent))!.trim(),
  )
})
