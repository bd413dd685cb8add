import { expect, test } from '@playwright/test'
import { card, openApp, region } from './support/app'
import { startEmpty } from './support/canvas'

test('pressing palette entries puts nodes side by side, not on top of each other', async ({ page }) => {
  await openApp(page)
  await startEmpty(page)
  for (const title of ['Sample data', 'Split rows', 'Baseline'])
    await region(page, 'Palette').getByRole('button', { name: title, exact: true }).click()
  const boxes = await Promise.all(
    ['Sample data', 'Split rows', 'Baseline'].map((title) => card(page, title).boundingBox()),
  )
  boxes.forEach((a, i) =>
    boxes.slice(i + 1).forEach((b) => {
      const apart =
        a!.x + a!.width <= b!.x ||
        b!.x + b!.width <= a!.x ||
        a!.y + a!.height <= b!.y ||
        b!.y + b!.height <= a!.y
      expect(apart).toBe(true)
    }),
  )
})
