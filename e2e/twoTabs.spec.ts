import { expect, test, type Page } from '@playwright/test'
import { button, card, iteration, openApp, parameter, runToEnd, savedState, selectNode } from './support/app'
import { storedIterations } from './support/device'

const mirrorBanner = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'open for editing in another tab' })

/** Two tabs of one document: the first writes, the second looks on. */
async function openTwo(page: Page): Promise<Page> {
  await openApp(page)
  await expect(savedState(page)).toBeVisible()
  const second = await page.context().newPage()
  await openApp(second)
  await expect(mirrorBanner(second)).toBeVisible()
  return second
}

test('a second tab shows every edit and every run of the first, and cannot edit', async ({ page }) => {
  const second = await openTwo(page)
  await selectNode(second, 'Decision tree')
  await expect(parameter(second, 'Largest depth')).toBeDisabled()
  await expect(button(second, 'Run')).toBeDisabled()
  await expect(second.getByRole('textbox', { name: 'Workflow name' })).not.toBeEditable()

  await page.bringToFront()
  await selectNode(page, 'Decision tree')
  await parameter(page, 'Largest depth').fill('3')
  await expect(parameter(second, 'Largest depth')).toHaveValue('3')
  await runToEnd(page)
  await expect(iteration(second, 2)).toBeVisible()
  await expect(card(second, 'Decision tree')).toContainText('depth 3')
})

test('the second tab takes over with everything that was done, and the first becomes the mirror', async ({
  page,
}) => {
  const second = await openTwo(page)
  await selectNode(page, 'Decision tree')
  await parameter(page, 'Largest depth').fill('7')
  await second.getByRole('button', { name: 'Take over' }).click()
  await expect(mirrorBanner(page)).toBeVisible()
  await expect(mirrorBanner(second)).toBeHidden()
  await selectNode(second, 'Decision tree')
  await expect(parameter(second, 'Largest depth')).toHaveValue('7')
  await parameter(second, 'Largest depth').fill('8')
  await expect(parameter(page, 'Largest depth')).toHaveValue('8')
  await expect(parameter(page, 'Largest depth')).toBeDisabled()
})

test('taking over in mid-run ends that run, and no iteration is made twice or lost', async ({ page }) => {
  const second = await openTwo(page)
  await selectNode(page, 'Decision tree')
  await parameter(page, 'Largest depth').fill('2')
  await button(page, 'Run').click()
  await button(page, 'Cancel').waitFor()
  await second.getByRole('button', { name: 'Take over' }).click()
  await expect(mirrorBanner(page)).toBeVisible()
  await expect(button(page, 'Run')).toBeVisible()
  await expect(mirrorBanner(second)).toBeHidden()
  await runToEnd(second)
  await expect(iteration(page, 2)).toBeVisible()
  expect((await storedIterations(second)).map(({ number }) => number)).toEqual([1, 2])
})

test('when the first tab closes, the second edits by itself', async ({ page }) => {
  const second = await openTwo(page)
  await page.close()
  await expect(mirrorBanner(second)).toBeHidden()
  await expect(button(second, 'Run')).toBeEnabled()
})
