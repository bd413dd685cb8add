import { expect, type Locator, type Page } from '@playwright/test'

/** The first visit of a fresh browser: the penguins example is on the canvas. */
export async function openApp(page: Page, address = './'): Promise<void> {
  await page.goto(address)
  await expect(card(page, 'Hold-out evaluation')).toBeVisible()
}

export const button = (page: Page, name: string): Locator => page.getByRole('button', { name, exact: true })

export const region = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** A node on the canvas by its title. */
export const card = (page: Page, title: string): Locator =>
  region(page, 'Canvas').getByRole('group', { name: new RegExp(`^${title}, `) })

/** Selects a node, so that its parameters and results are shown. */
export async function selectNode(page: Page, title: string): Promise<void> {
  const heading = region(page, 'Inspector').getByRole('heading', { name: title, exact: true })
  // Where the view still glides, a press may meet the canvas: a person sees that and presses again.
  await expect(async () => {
    await card(page, title).click()
    await expect(heading).toBeVisible({ timeout: 3_000 })
  }).toPass({ timeout: 20_000 })
}

/** A field of the inspector by its label, without its unit. */
export const parameter = (page: Page, label: string): Locator =>
  region(page, 'Inspector').getByRole('textbox', { name: new RegExp(`^${label}( \\(|$)`) })

/** What the toolbar says of the last run. */
export const runNews = (page: Page): Locator => page.getByRole('banner').getByRole('status')

/** Presses Run and waits until the run is over, with all that its feedback wires start. */
export async function runToEnd(page: Page): Promise<void> {
  // From the press on, what was said of the run before is gone.
  await button(page, 'Run').click()
  await expect(runNews(page)).toHaveText(/^Run finished in .*: iteration/, { timeout: 45_000 })
}

export const iteration = (page: Page, number: number): Locator =>
  region(page, 'Iteration history').getByRole('button', { name: `Iteration ${number}`, exact: true })

/** What the toolbar says of the document: that a reload would bring it back. */
export const savedState = (page: Page): Locator =>
  page.getByRole('banner').getByText('Saved', { exact: true })

/** Opens one of the shipped workflows. */
export async function openExample(page: Page, title: string): Promise<void> {
  await button(page, 'Examples').click()
  await page
    .getByRole('dialog', { name: 'Examples' })
    .getByRole('button', { name: new RegExp(`^${title}`) })
    .click()
}
