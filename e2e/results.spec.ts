import { expect, test, type Page } from '@playwright/test'
import {
  button,
  card,
  iteration,
  openApp,
  openExample,
  parameter,
  region,
  runToEnd,
  selectNode,
} from './support/app'
import { drag, middle } from './support/canvas'
import { openText, treesSketch, workflowText } from './support/workflows'

const results = (page: Page) => region(page, 'Results')

async function openTrees(page: Page, change: Partial<ReturnType<typeof treesSketch>> = {}): Promise<void> {
  await openApp(page)
  await openText(page, workflowText({ ...treesSketch(), ...change }))
  await button(page, 'Allow').click()
  await expect(card(page, 'Reference')).toContainText('120 × 3')
}

test('the threshold moves by pointer and by arrow keys, and the matrix and the figures follow', async ({
  page,
}) => {
  await openTrees(page)
  await runToEnd(page)
  await selectNode(page, 'Hold-out evaluation')
  const ring = results(page).getByRole('slider', { name: 'Decision threshold' })
  const matrix = results(page).getByRole('table', { name: /^Confusion · threshold/ })
  const start = { matrix: await matrix.textContent(), text: await ring.getAttribute('aria-valuetext') }

  await ring.focus()
  await page.keyboard.press('Home')
  await expect(ring).not.toHaveAttribute('aria-valuetext', start.text!)
  await expect(matrix).not.toHaveText(start.matrix!)
  await expect(results(page).getByText(/^From a score of .*: precision .*, recall .*, F1/)).toBeVisible()
  const atHome = await ring.getAttribute('aria-valuetext')
  const place = await ring.getAttribute('aria-valuenow')
  await page.keyboard.press('ArrowRight')
  await expect(ring).not.toHaveAttribute('aria-valuenow', place!)

  await page.keyboard.press('Home')
  const from = await middle(ring)
  await page.keyboard.press('End')
  const to = await middle(ring)
  await drag(page, ring, from)
  await expect(ring).toHaveAttribute('aria-valuetext', atHome!)
  expect(Math.hypot(from.x - to.x, from.y - to.y)).toBeGreaterThan(40)
  await button(page, 'Use this threshold').click()
  await expect(parameter(page, 'Decision threshold')).not.toHaveValue('0.5')
})

test('a decision tree is drawn; Explain and Python say what it does in words and code', async ({ page }) => {
  await openApp(page)
  await selectNode(page, 'Decision tree')
  await expect(results(page).getByRole('tree', { name: /tree/i })).toBeVisible()
  await expect(results(page).locator('svg text', { hasText: '≤' }).first()).toBeVisible()
  await results(page).getByRole('tab', { name: 'Explain' }).click()
  await expect(results(page).getByRole('heading', { name: 'What goes wrong' })).toBeVisible()
  await results(page).getByRole('tab', { name: 'Python' }).click()
  const program = results(page).getByLabel('Python program')
  await expect(program).toContainText('DecisionTreeClassifier(')
  await expect(program).toContainText('max_depth=4')
  await parameter(page, 'Largest depth').fill('6')
  await expect(program).toContainText('max_depth=6')
})

test('the training curve of a neural network grows while it runs', async ({ page }) => {
  const sketch = treesSketch()
  const wide = { units: 256, activation: 'relu' }
  await openTrees(page, {
    nodes: {
      ...sketch.nodes,
      // So large that it cannot have finished before Cancel.
      model: { type: 'build/neural-network', params: { layers: [wide, wide], epochs: 10_000, patience: 0 } },
    },
  })
  await selectNode(page, 'Neural network')
  await button(page, 'Run').click()
  const curve = results(page).getByRole('img', { name: /^Loss by epoch over \d+ points/ })
  const epoch = async () =>
    Number(
      /Epoch ([\d,]+) of/
        .exec((await card(page, 'Neural network').textContent()) ?? '')?.[1]
        .replace(',', ''),
    )
  await expect(curve).toBeVisible()
  const early = await epoch()
  await expect.poll(epoch).toBeGreaterThan(early)
  await expect(card(page, 'Neural network')).toContainText('running')
  await button(page, 'Cancel').click()
  await expect(button(page, 'Run')).toBeVisible()
  await expect(iteration(page, 1)).toBeHidden()
})

test('a regression shows predictions against truth, residuals and its own metrics', async ({ page }) => {
  await openApp(page)
  await openExample(page, 'Car mileage')
  await selectNode(page, 'Hold-out evaluation')
  await expect(results(page).getByText(/^MET: RMSE/)).toBeVisible()
  await expect(results(page).getByRole('figure', { name: /^Predicted against true/ })).toBeVisible()
  await results(page).getByRole('tab', { name: 'Errors' }).click()
  await expect(results(page).getByRole('figure', { name: /^Residuals/ })).toBeVisible()
  await results(page).getByRole('tab', { name: 'Metrics' }).click()
  await expect(results(page).getByRole('row', { name: /^RMSE/ })).toContainText('–')
})

test('several classes show a matrix of all of them, and each class’s figures with the averaging named', async ({
  page,
}) => {
  await openApp(page)
  await openExample(page, 'Seattle weather')
  await selectNode(page, 'Hold-out evaluation')
  const matrix = results(page).getByRole('table', { name: /^Confusion/ })
  await expect(matrix.getByRole('rowheader')).toHaveCount(5)
  await results(page).getByRole('tab', { name: 'Errors' }).click()
  await expect(
    results(page).getByRole('table', { name: 'Figures of each class' }).getByRole('row'),
  ).toHaveCount(6)
  await expect(results(page).getByText(/macro/i).first()).toBeVisible()
})
