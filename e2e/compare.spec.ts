import { expect, test, type Locator, type Page } from '@playwright/test'
import { button, card, openApp, region, runToEnd, selectNode } from './support/app'
import { drag, dragFromPalette, placeOn, port, wire } from './support/canvas'
import { openText, treesSketch, workflowText } from './support/workflows'

const results = (page: Page): Locator => region(page, 'Results')

/** Trees, and three learners for them that nothing judges yet. */
function threeLearners(): string {
  const sketch = treesSketch()
  const { goal, data, model } = sketch.nodes
  return workflowText({
    ...sketch,
    nodes: {
      goal,
      data,
      model,
      tree: { type: 'build/decision-tree' },
      guess: { type: 'build/baseline' },
    },
    wires: [
      'goal.objective data.objective',
      'data.data model.data',
      'data.data tree.data',
      'data.data guess.data',
    ],
  })
}

test('three models are compared, and the verdict on each pair is read in words', async ({ page }) => {
  await openApp(page)
  await openText(page, threeLearners())
  await button(page, 'Allow').click()
  await expect(card(page, 'Reference')).toContainText('120 × 3')

  await region(page, 'Palette').getByRole('searchbox', { name: 'Search nodes' }).fill('compare')
  await dragFromPalette(page, 'Compare learners', await placeOn(page, 0.7, 0.75))
  await drag(page, port(page, 'Reference', 'Data: gives'), port(page, 'Compare learners', 'Data: takes'))
  for (const learner of ['Logistic regression', 'Decision tree', 'Baseline']) {
    await drag(page, port(page, learner, 'Learner: gives'), port(page, 'Compare learners', 'Learners: takes'))
    await expect(wire(page, learner, 'Compare learners')).toBeAttached()
  }
  await runToEnd(page)
  await selectNode(page, 'Compare learners')

  const pairs = results(page).getByRole('table', { name: /^How the learner of a row stands/ })
  await expect(pairs.getByRole('button')).toHaveCount(6)
  const row = (learner: string): Locator =>
    pairs.getByRole('row').filter({ has: page.getByRole('rowheader', { name: learner, exact: true }) })
  await row('Baseline').getByRole('button', { name: 'Worse' }).first().click()
  await expect(
    results(page).getByText(/^Logistic regression is better than Baseline \(chance .*%\)\.$/),
  ).toBeVisible()
  const chances = results(page).getByRole('list', { name: 'Chances by the Bayesian correlated t-test' })
  await expect(chances.getByRole('listitem')).toHaveCount(3)

  await row('Logistic regression').getByRole('button').first().click()
  const tests = results(page).getByRole('table', { name: 'Logistic regression against Decision tree' })
  await expect(tests.getByRole('rowheader')).toContainText([
    'Corrected t-test (Nadeau–Bengio), 5 folds',
    'McNemar, exact',
    'McNemar, continuity corrected',
    'DeLong',
  ])
})
