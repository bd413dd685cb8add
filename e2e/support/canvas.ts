import { expect, type Locator, type Page } from '@playwright/test'
import { button, card, region } from './app'

export const canvas = (page: Page): Locator => region(page, 'Canvas')

/** An empty canvas, as New gives it. */
export async function startEmpty(page: Page): Promise<void> {
  await button(page, 'New').click()
  await expect(canvas(page).getByRole('heading', { name: 'An empty canvas' })).toBeVisible()
}

/** A wire by the titles of its ends. */
export const wire = (page: Page, from: string, to: string): Locator =>
  canvas(page).getByRole('group', { name: `Wire from ${from} to ${to}`, exact: true })

export const feedbackWire = (page: Page, from: string, to: string): Locator =>
  canvas(page).getByRole('group', { name: `Feedback wire from ${from} to ${to}`, exact: true })

/** A port by the beginning of what its tooltip says, e.g. `Model: gives`. */
export const port = (page: Page, title: string, words: string): Locator =>
  card(page, title).getByTitle(new RegExp(`^${words}`))

/** The middle of what is on the screen. */
export async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox()
  if (!box) throw new Error('This is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Presses the mouse on one place, moves to the other in steps, and lets go. */
export async function drag(page: Page, from: Locator, to: Locator | { x: number; y: number }): Promise<void> {
  const start = await middle(from)
  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  const end = 'x' in to ? to : await middle(to)
  await page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 })
  await page.mouse.move(end.x, end.y, { steps: 4 })
  await page.mouse.up()
}

/** A point of the canvas, as shares of its width and height. */
export async function placeOn(page: Page, across: number, down: number): Promise<{ x: number; y: number }> {
  const box = (await canvas(page).boundingBox())!
  return { x: box.x + box.width * across, y: box.y + box.height * down }
}

/** Drags an entry of the palette to a place on the canvas. */
export async function dragFromPalette(
  page: Page,
  title: string,
  at: { x: number; y: number },
): Promise<void> {
  await drag(page, region(page, 'Palette').getByRole('button', { name: title, exact: true }), at)
  await expect(card(page, title)).toBeVisible()
}

/** Drops files on the canvas as a file manager does. */
export async function dropFiles(
  page: Page,
  files: { name: string; text: string }[],
  at: { x: number; y: number },
): Promise<void> {
  const dataTransfer = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer()
    for (const { name, text } of given) transfer.items.add(new File([text], name))
    return transfer
  }, files)
  const target = canvas(page).locator('.react-flow__pane')
  const event = { dataTransfer, clientX: at.x, clientY: at.y }
  await target.dispatchEvent('dragover', event)
  await target.dispatchEvent('drop', event)
}

/** Chooses from a list of the inspector. */
export async function choose(page: Page, label: string, option: string | RegExp): Promise<void> {
  await region(page, 'Inspector')
    .getByRole('combobox', { name: new RegExp(`^${label}`) })
    .click()
  await page.getByRole('option', { name: option }).click()
}
