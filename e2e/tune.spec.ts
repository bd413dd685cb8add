import { expect, test, type Locator, type Page } from '@playwright/test'
import { button, card, openApp, parameter, region, runNews, selectNode } from './support/app'
import { drag, dragFromPalette, placeOn, port, wire } from './support/canvas'
import { openText, treesSketch, workflowText } from './support/workflows'

const results = (page: Page): Locator => region(page, 'Results')
const space = (page: Page): Locator =>
  region(page, 'Inspector').getByRole('group', { name: 'Search space of Gradient boosting' })

/** Trees told apart by gradient boosting, with so many iterations that a search over it can be watched. */
function boostedTrees(): string {
  const sketch = treesSketch()
  const model = { type: 'build/gradient-boosting', params: { iterations: 300 } }
  return workflowText({ ...sketch, nodes: { ...sketch.nodes, model } })
}

test('a boosting model is tuned from the canvas, its trials watched, and the winner set by one click', async ({
  page,
}) => {
  await openApp(page)
  await openText(page, boostedTrees())
  await button(page, 'Allow').click()
  await expect(card(page, 'Reference')).toContainText('120 × 3')

  await region(page, 'Palette').getByRole('searchbox', { name: 'Search nodes' }).fill('tune')
  await dragFromPalette(page, 'Tune', await placeOn(page, 0.6, 0.75))
  await drag(page, port(page, 'Gradient boosting', 'Learner: gives'), port(page, 'Tune', 'Learners: takes'))
  await drag(page, port(page, 'Split rows', 'Data: gives'), port(page, 'Tune', 'Data: takes'))
  await expect(wire(page, 'Gradient boosting', 'Tune')).toBeAttached()
  await expect(wire(page, 'Split rows', 'Tune')).toBeAttached()

  await selectNode(page, 'Tune')
  await parameter(page, 'Trials').fill('60')
  for (const title of ['Largest depth', 'Rows in a leaf', 'L2 regularisation', 'Share of rows per tree'])
    await space(page)
      .getByRole('button', { name: `Do not search ${title}` })
      .click()
  await expect(space(page).getByRole('button', { name: /^Do not search/ })).toHaveCount(2)
  await space(page).getByRole('textbox', { name: 'Leaves: from' }).fill('2')
  await space(page).getByRole('textbox', { name: 'Leaves: to' }).fill('6')

  await button(page, 'Run').click()
  const trials = results(page).getByRole('group', { name: 'Trials' })
  await expect(trials.getByRole('rowheader').first()).toBeVisible()
  await expect(button(page, 'Cancel')).toBeVisible()
  await expect(runNews(page)).toHaveText(/^Run finished/)
  await expect(trials.getByRole('rowheader')).toHaveCount(60)
  await expect(trials.getByRole('row', { name: /best/ })).toContainText(/Learning rate .* Leaves [2-6]/)

  const best = (await results(page)
    .getByText(/^Best: Gradient boosting/)
    .textContent())!
  const leaves = /Leaves (\d)/.exec(best)![1]
  await results(page).getByRole('button', { name: 'Use these settings in “Gradient boosting”' }).click()
  await expect(results(page).getByText('Set in “Gradient boosting”.')).toBeVisible()
  await expect(card(page, 'Gradient boosting')).toContainText('stale')
  await selectNode(page, 'Gradient boosting')
  await expect(parameter(page, 'Leaves')).toHaveValue(leaves)

  await button(page, 'Undo').click()
  await expect(parameter(page, 'Leaves')).toHaveValue('31')
  await selectNode(page, 'Tune')
  await expect(results(page).getByRole('button', { name: /^Use these settings/ })).toBeEnabled()
})
