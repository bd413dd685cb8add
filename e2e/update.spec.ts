import { expect, test, type Page } from '@playwright/test'
import { button, card } from './support/app'
import { openHost, type Host } from './support/releases'

// Two tabs and an installation of everything shipped take their time on a slow machine.
test.setTimeout(120_000)

let host: Host
test.beforeEach(async () => {
  host = await openHost()
})
test.afterEach(() => host.close())

/** Opens the app and waits until it is kept for offline use. */
async function visit(page: Page): Promise<void> {
  await page.goto(host.address)
  await expect(card(page, 'Hold-out evaluation')).toBeVisible()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
}

test('a new release is shown online and offline, and a tab of the old one goes on working', async ({
  page,
  context,
}) => {
  await visit(page)
  await expect(button(page, 'Shortcuts')).toBeVisible()
  host.releaseWith('Shortcuts', 'Keys')
  const replaced = page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        navigator.serviceWorker.addEventListener('controllerchange', () => resolve(), { once: true }),
      ),
  )
  const second = await context.newPage()
  await visit(second)
  await expect(button(second, 'Keys')).toBeVisible()
  await replaced

  await context.setOffline(true)
  await second.reload()
  await expect(button(second, 'Keys')).toBeVisible()
  await expect(card(second, 'Hold-out evaluation')).toBeVisible()

  await expect(button(page, 'Shortcuts')).toBeVisible()
  await page.getByTitle('Change when this starts the next iteration').first().click()
  await expect(page.getByRole('dialog')).toContainText(/at most/i)
})
