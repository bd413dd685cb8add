import { expect, test, type Page, type Worker } from '@playwright/test'
import { button, card, iteration, openApp, openExample, parameter, runToEnd, selectNode } from './support/app'

/** A neural network that would train for long, in the middle of its training. */
async function trainForLong(page: Page): Promise<void> {
  await openApp(page)
  await openExample(page, 'Car mileage')
  await selectNode(page, 'Neural network')
  await parameter(page, 'Epochs').fill('10000')
  await parameter(page, 'Stop early after').fill('0')
  await button(page, 'Run').click()
  await expect(card(page, 'Neural network')).toContainText('running')
}

function engineOf(page: Page): Worker {
  const engine = page.workers().find((worker) => worker.url().includes('/engine-'))
  if (!engine) throw new Error('there is no engine worker')
  return engine
}

/** The canvas takes edits, and a run of few epochs comes to its end. */
async function expectUsable(page: Page): Promise<void> {
  await selectNode(page, 'Neural network')
  await parameter(page, 'Epochs').fill('3')
  await runToEnd(page)
  await expect(card(page, 'Neural network')).toContainText('done')
  await expect(iteration(page, 2)).toBeVisible()
}

async function expectLost(page: Page): Promise<void> {
  await expect(card(page, 'Neural network')).toContainText('failed', { timeout: 30_000 })
  await expect(button(page, 'Run')).toBeVisible()
  await expect(iteration(page, 2)).toBeHidden()
}

test('a worker killed in mid-training fails that run only', async ({ page }) => {
  await trainForLong(page)
  await engineOf(page).evaluate(() => self.close())
  await expectLost(page)
  await expectUsable(page)
})

test('a worker that hangs in mid-training fails that run only', async ({ page }) => {
  await trainForLong(page)
  engineOf(page)
    .evaluate(() => {
      for (;;);
    })
    .catch(() => undefined)
  await expectLost(page)
  await expectUsable(page)
})

test('Cancel in mid-training gives the canvas back, and leaves no iteration', async ({ page }) => {
  await trainForLong(page)
  await button(page, 'Cancel').click()
  await expect(button(page, 'Run')).toBeVisible()
  await expect(card(page, 'Neural network')).not.toContainText('running')
  await expect(iteration(page, 2)).toBeHidden()
  await expectUsable(page)
})
