import { expect, test, type Page } from '@playwright/test'
import { button, card, openApp, region, runToEnd, selectNode } from './support/app'
import { choose, drag, dragFromPalette, placeOn, port, startEmpty, wire } from './support/canvas'

// What is not there within this time will not come: the whole takes some twenty seconds.
test.use({ actionTimeout: 10_000 })

const inspector = (page: Page) => region(page, 'Inspector')

/** Presses an entry of the palette, which adds the step behind the one before. */
async function append(page: Page, title: string, after: string): Promise<void> {
  await region(page, 'Palette').getByRole('button', { name: title, exact: true }).click()
  await expect(wire(page, after, title)).toBeAttached()
  // What is added is selected; the view glides to it, so that a press on its card might meet the canvas instead.
  await expect(inspector(page).getByRole('heading', { name: title, exact: true })).toBeVisible()
  // Its form begins at its beginning, wherever the one before was scrolled to.
  await expect.poll(() => inspector(page).evaluate((region) => region.scrollTop)).toBe(0)
}

async function pick(page: Page, label: string, option: string): Promise<void> {
  await inspector(page).getByRole('combobox', { name: label, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** Columns that a model would learn from, as the Columns tab of the selected step lists them. */
async function features(page: Page): Promise<{ name: string; missing: string }[]> {
  await region(page, 'Results').getByRole('tab', { name: 'Columns' }).click()
  const rows = region(page, 'Results').getByRole('tabpanel').getByRole('row')
  const texts = await rows.evaluateAll((found) =>
    found.slice(1).map((row) => ({
      name: row.querySelector('th')!.textContent,
      missing: row.querySelector('td:last-child')!.textContent,
    })),
  )
  return texts.filter(({ name }) => !/(target|id|ignored)$/.test(name))
}

test('the messy films become a table to learn from, and a model, with the mouse alone', async ({ page }) => {
  test.slow()
  await openApp(page)
  await startEmpty(page)
  await dragFromPalette(page, 'Objective', await placeOn(page, 0.15, 0.3))
  await dragFromPalette(page, 'Sample data', await placeOn(page, 0.45, 0.3))
  await drag(page, port(page, 'Objective', 'Objective: gives'), port(page, 'Sample data', 'Objective: takes'))
  await selectNode(page, 'Sample data')
  await choose(page, 'Data set', /^Films/)
  await expect(card(page, 'Sample data')).toContainText('3,201 × 16')
  await selectNode(page, 'Objective')
  await choose(page, 'Target column', 'IMDB Rating')
  await selectNode(page, 'Sample data')

  await region(page, 'Palette')
    .getByRole('group', { name: 'Data preparation' })
    .getByRole('button', { name: / more$/ })
    .click()
  await append(page, 'Filter rows', 'Sample data')
  await button(page, 'Add').click()
  await pick(page, 'Conditions 1: Column', 'IMDB Rating')
  await pick(page, 'Conditions 1: Test', 'is not missing')
  await expect(inspector(page).getByLabel('Conditions 1: Value')).toHaveCount(0)
  await expect(card(page, 'Filter rows')).toContainText('2,988')

  // Rows that fit, or the others: which of the two goes on is for the person to say. The press waits for the view to rest.
  await region(page, 'Palette').getByRole('button', { name: 'Change types', exact: true }).click()
  await selectNode(page, 'Change types')
  const fitting = port(page, 'Filter rows', 'Rows that fit: gives')
  await drag(page, fitting, port(page, 'Change types', 'Data: takes'))
  await expect(wire(page, 'Filter rows', 'Change types')).toBeAttached()
  await pick(page, 'Types: Release Date', 'Date')
  const dates = inspector(page).getByRole('group', { name: 'Parts of dates' })
  for (const [index, part] of ['Year', 'Month'].entries()) {
    await dates.getByRole('button', { name: 'Add' }).click()
    await pick(page, `Parts of dates ${index + 1}: Date`, 'Release Date')
    await pick(page, `Parts of dates ${index + 1}: Part`, part)
  }
  await inspector(page).getByRole('switch', { name: 'Remove the dates that were taken apart' }).click()

  await append(page, 'Select columns', 'Change types')
  await pick(page, 'Roles: Title', 'Id')
  for (const name of ['Director', 'Distributor', 'US DVD Sales'])
    await pick(page, `Roles: ${name}`, 'Ignored')
  expect((await features(page)).some(({ missing }) => missing !== 'none')).toBe(true)

  await append(page, 'Fill missing values', 'Select columns')
  await append(page, 'Encode categories', 'Fill missing values')
  await append(page, 'Scale numbers', 'Encode categories')
  await inspector(page).getByRole('combobox', { name: 'Columns', exact: true }).click()
  await page.getByRole('option', { name: /^all numbers \(/ }).click()
  await expect(inspector(page).getByText(/^all numbers: US Gross, /)).toBeVisible()
  await expect(card(page, 'Scale numbers')).toContainText('done')

  await append(page, 'Split rows', 'Scale numbers')
  await expect(card(page, 'Split rows')).toContainText('2,390 / 598')
  const ready = await features(page)
  expect(ready.length).toBeGreaterThan(40)
  expect(ready.map(({ name }) => name)).toContain('Release Date year, number')
  for (const { name, missing } of ready) {
    expect(name).toMatch(/, number$/)
    expect(missing, name).toBe('none')
  }

  await append(page, 'Linear regression', 'Split rows')
  await append(page, 'Hold-out evaluation', 'Linear regression')
  await runToEnd(page)
  await expect(card(page, 'Hold-out evaluation')).toContainText(/RMSE/)
})
