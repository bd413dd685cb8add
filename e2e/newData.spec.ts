import { expect, test } from '@playwright/test'
import type { Workflow } from '../src/document/schema'
import { card, iteration, openApp, region, runToEnd, savedState } from './support/app'
import { storedIterations } from './support/device'
import { fileOf, measurements, openText, saveText, treesSketch, workflowText } from './support/workflows'

/** A model of trees, a batch of labelled trees that have grown, and the rule to learn from those as well. */
function growingTrees(): string {
  const sketch = treesSketch()
  const batch = fileOf('grown.csv', measurements(60, 6))
  const { hash, name, size } = batch
  return workflowText({
    ...sketch,
    nodes: {
      ...sketch.nodes,
      grown: { type: 'gather/file', title: 'Grown trees', params: { file: { hash, name, size } } },
      drift: { type: 'monitor/drift' },
    },
    wires: [...sketch.wires, 'model.model drift.source', 'grown.data drift.data'],
    feedback: [
      {
        id: 'again',
        from: 'drift',
        to: 'data',
        rule: { when: { kind: 'drift-found' }, then: { kind: 'append-data' }, atMost: 1 },
      },
    ],
    files: [...(sketch.files ?? []), batch],
  })
}

test('drift starts an iteration with the new rows, which says why, and all of it is kept', async ({
  page,
}) => {
  await openApp(page)
  await openText(page, growingTrees())
  await page.getByRole('button', { name: 'Allow' }).click()
  await expect(card(page, 'Reference')).toContainText('120 × 3')
  await runToEnd(page)

  await expect(iteration(page, 2)).toBeVisible()
  await expect(iteration(page, 3)).toBeHidden()
  await expect(card(page, 'Reference')).toContainText('180 × 3')
  const history = region(page, 'Iteration history')
  await expect(history.getByRole('row', { name: /Iteration 2/ })).toContainText('feedback')
  await iteration(page, 2).click()
  await expect(history).toContainText('Started by feedback: The new data has drifted')
  await expect(history).toContainText('The monitored rows are added to Reference.')
  const [first, second] = (await storedIterations(page)).slice(-2)
  expect(first.data.data).not.toBe(second.data.data)
  expect(second.changes.map(({ node }) => node)).toContain('data')

  await expect(savedState(page)).toBeVisible()
  await page.reload()
  await expect(card(page, 'Reference')).toContainText('180 × 3')
  const saved = JSON.parse(await saveText(page)) as Workflow
  expect(saved.files.map(({ content }) => content !== null)).toEqual([true, true, true])
})
