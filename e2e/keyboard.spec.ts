import { expect, test } from '@playwright/test'
import { button, card, iteration, openApp } from './support/app'

test('arrows move a node, Space lists all types at the pointer, and arrows choose in the list', async ({
  page,
}) => {
  await openApp(page)
  const drift = card(page, 'Drift')
  await drift.focus()
  const before = (await drift.boundingBox())!
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => (await drift.boundingBox())!.x).toBeGreaterThan(before.x)
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await drift.boundingBox())!.x).toBeCloseTo(before.x, 0)

  await page.keyboard.press(' ')
  const list = page.getByRole('combobox', { name: 'Add a node' })
  await expect(list).toBeFocused()
  await page.keyboard.type('regression')
  const options = page.getByRole('dialog', { name: 'Add a node' }).getByRole('option')
  await expect(options).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await expect(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Escape')
  await expect(list).toBeHidden()
  await page.keyboard.press('Control+Enter')
  await expect(button(page, 'Cancel')).toBeVisible()
  await expect(iteration(page, 1)).toBeVisible()
})
