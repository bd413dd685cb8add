import { expect, test } from '@playwright/test'
import { button, openApp, region } from './support/app'

for (const width of [1280, 1000]) {
  test(`toolbar and life cycle fit a screen of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 720 })
    await openApp(page)
    await expect(button(page, 'Run')).toBeInViewport({ ratio: 1 })
    for (const title of ['Problem understanding', 'Data gathering', 'Monitoring & updating'])
      await expect(
        region(page, 'Life cycle').getByRole('button', { name: new RegExp(`^${title}`) }),
      ).toBeInViewport({ ratio: 1 })
    await expect(button(page, 'Hide palette')).toBeVisible()
    await expect(button(page, 'Hide results')).toBeVisible({ visible: width >= 1100 })
  })
}
