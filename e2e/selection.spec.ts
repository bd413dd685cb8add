import { expect, test, type Locator, type Page } from '@playwright/test'
import { button, card, openApp, region, runToEnd, selectNode } from './support/app'
import { openText, treesSketch, workflowText } from './support/workflows'

const results = (page: Page): Locator => region(page, 'Results')
const selected = (page: Page): Locator => results(page).getByRole('status', { name: 'Selected rows' })
const highlighted = (page: Page): Locator => results(page).locator('.kit-picked-dots circle')

/** Trees that are hard to tell apart by their girth alone, judged, and looked at where they are wrong. */
function judgedTrees(): string {
  const { nodes, wires, ...rest } = treesSketch()
  return workflowText({
    ...rest,
    nodes: { ...nodes, model: { type: 'build/decision-tree' }, wrong: { type: 'evaluate/errors' } },
    wires: [...wires, 'model.model wrong.model'],
  })
}

test('a confusion cell selects its rows in a second chart, and sends them on as data', async ({ page }) => {
  await openApp(page)
  await openText(page, judgedTrees())
  await button(page, 'Allow').click()
  await expect(card(page, 'Reference')).toContainText('120 × 3')
  await runToEnd(page)

  await selectNode(page, 'Hold-out evaluation')
  const cell = results(page).getByRole('button', { name: /^oak, predicted oak: / })
  const count = Number(/(\d+) rows?$/.exec((await cell.getAttribute('aria-label'))!)![1])
  expect(count).toBeGreaterThan(3)
  // By keyboard: a cell is a button.
  await cell.focus()
  await page.keyboard.press('Enter')
  await expect(cell).toHaveAttribute('aria-pressed', 'true')
  await expect(selected(page)).toContainText(`${count} rows selected: tree is “oak”, predicted “oak”`)

  // The scatter plot of another node shows the same rows.
  await selectNode(page, 'Wrong predictions')
  await expect(selected(page)).toContainText(`${count} rows selected`)
  await expect(highlighted(page)).toHaveCount(count)

  const nodes = region(page, 'Canvas').getByRole('group', { name: /^Wrong predictions, / })
  await button(page, 'Send onward').click()
  await expect(nodes).toHaveCount(2)
  await runToEnd(page)
  await expect(nodes.last()).toContainText(`${count} rows`)
  await results(page).getByRole('tab', { name: 'Rows', exact: true }).click()
  await expect(
    results(page).getByText(`First ${count} of ${count} rows`, { exact: true }).first(),
  ).toBeVisible()

  await button(page, 'Clear').click()
  await expect(selected(page)).toBeHidden()
  await button(page, 'Undo').click()
  await expect(nodes).toHaveCount(1)
})
