import { expect, test } from '@playwright/test'
import {
  button,
  card,
  iteration,
  openApp,
  parameter,
  region,
  runToEnd,
  savedState,
  selectNode,
} from './support/app'
import { storedIterations } from './support/device'

test.beforeEach(({ page }) => openApp(page))

test('an edit is there after a reload in the same moment', async ({ page }) => {
  await selectNode(page, 'Decision tree')
  for (const depth of ['7', '9', '11']) {
    await parameter(page, 'Largest depth').fill(depth)
    await page.reload()
    await selectNode(page, 'Decision tree')
    await expect(parameter(page, 'Largest depth')).toHaveValue(depth)
  }
})

test('a name is there after a reload in mid-typing, letter by letter', async ({ page }) => {
  const name = page.getByRole('textbox', { name: 'Workflow name' })
  await name.fill('')
  await name.pressSequentially('Which bird is it')
  await page.reload()
  await expect(name).toHaveValue('Which bird is it')
})

test('what is typed about an iteration is there after a reload, though the field was never left', async ({
  page,
}) => {
  await iteration(page, 1).click()
  await page.getByRole('textbox', { name: 'Annotation' }).pressSequentially('Trees overfit here')
  await page.reload()
  await iteration(page, 1).click()
  await expect(page.getByRole('textbox', { name: 'Annotation' })).toHaveValue('Trees overfit here')
})

test('a deleted node stays deleted after a reload, and there is nothing to undo then', async ({ page }) => {
  await selectNode(page, 'Drift')
  await page.keyboard.press('Delete')
  await expect(card(page, 'Drift')).toBeHidden()
  await page.reload()
  await expect(card(page, 'Endpoint')).toBeVisible()
  await expect(card(page, 'Drift')).toBeHidden()
  await expect(button(page, 'Undo')).toBeDisabled()
})

test('a reload in mid-run keeps the document and its history, and the run can be started again', async ({
  page,
}) => {
  await selectNode(page, 'Decision tree')
  await parameter(page, 'Largest depth').fill('3')
  await button(page, 'Run').click()
  await button(page, 'Cancel').waitFor()
  await page.reload()
  await selectNode(page, 'Decision tree')
  await expect(parameter(page, 'Largest depth')).toHaveValue('3')
  await expect(iteration(page, 1)).toBeVisible()
  await expect(iteration(page, 2)).toBeHidden()
  await runToEnd(page)
  await expect(iteration(page, 2)).toBeVisible()
})

test('a finished run is there after a reload: iteration, figures and charts', async ({ page }) => {
  await selectNode(page, 'Decision tree')
  await parameter(page, 'Largest depth').fill('2')
  await runToEnd(page)
  await page.reload()
  await expect(iteration(page, 2)).toBeVisible()
  await selectNode(page, 'Decision tree')
  await expect(card(page, 'Decision tree')).toContainText('depth 2')
  await expect(card(page, 'Decision tree')).toContainText('done')
  const before = (await storedIterations(page)).at(-1)!
  await expect(region(page, 'Results')).toContainText('depth 2')
  expect(before.changes.map(({ what }) => what)).toContain('Decision tree · Largest depth')
})

test('“Saved” means that another visit finds the edit', async ({ page, context }) => {
  await selectNode(page, 'Decision tree')
  await parameter(page, 'Largest depth').fill('6')
  await expect(savedState(page)).toBeVisible()
  const other = await context.newPage()
  await openApp(other)
  await selectNode(other, 'Decision tree')
  await expect(parameter(other, 'Largest depth')).toHaveValue('6')
})
