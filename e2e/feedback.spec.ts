import { expect, test } from '@playwright/test'
import { button, card, iteration, openApp, parameter, region, runToEnd, selectNode } from './support/app'
import { storedIterations } from './support/device'
import { openText, treesSketch, workflowText } from './support/workflows'

/** An objective that nothing reaches, and a rule that tries three depths but may do so twice only. */
function outOfReach(): string {
  const sketch = treesSketch()
  return workflowText({
    ...sketch,
    nodes: {
      ...sketch.nodes,
      goal: {
        type: 'problem/objective',
        params: { task: 'binary', target: 'tree', positiveClass: 'oak', metric: 'accuracy', threshold: 1.5 },
      },
      model: { type: 'build/decision-tree', params: { maxDepth: 1 } },
    },
    feedback: [
      {
        id: 'deeper',
        from: 'test',
        to: 'model',
        rule: {
          when: { kind: 'objective-not-met' },
          then: { kind: 'set-parameter', parameter: 'maxDepth', values: [2, 3, 4] },
          atMost: 2,
        },
      },
    ],
  })
}

test('an objective that is not met starts iterations by itself, at most as often as allowed, each with its cause', async ({
  page,
}) => {
  await openApp(page)
  await openText(page, outOfReach())
  await button(page, 'Allow').click()
  await expect(card(page, 'Reference')).toContainText('120 × 3')
  await runToEnd(page)
  await expect(iteration(page, 3)).toBeVisible()
  await expect(iteration(page, 4)).toBeHidden()
  const rows = region(page, 'Iteration history').locator('tbody tr')
  await expect(rows.nth(0)).toContainText('feedback')
  await expect(rows.nth(1)).toContainText('feedback')
  await expect(rows.nth(2)).toContainText('you')
  await expect(rows.nth(0)).toContainText('Largest depth: 2 → 3')
  await iteration(page, 3).click()
  await expect(region(page, 'Iteration history').getByText(/^Started by feedback: .*objective/)).toBeVisible()
  await selectNode(page, 'Decision tree')
  await expect(parameter(page, 'Largest depth')).toHaveValue('3')
  await selectNode(page, 'Hold-out evaluation')
  await expect(region(page, 'Results').getByText(/^NOT MET: Accuracy/)).toBeVisible()
  const made = (await storedIterations(page)).slice(-3)
  expect(made.map(({ cause }) => cause.kind)).toEqual(['person', 'feedback', 'feedback'])
})

test('the rule of a feedback wire is changed in its dialog, and its label says the new rule', async ({
  page,
}) => {
  await openApp(page)
  await page.getByRole('button', { name: /^objective not met →/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Feedback rule' })
  await dialog.getByRole('textbox', { name: 'At most (times)' }).fill('5')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('button', { name: /at most 5, used 0$/ })).toBeVisible()
  await button(page, 'Undo').click()
  await expect(page.getByRole('button', { name: /at most 3, used 0$/ })).toBeVisible()
})
