import { readFileSync } from 'node:fs'
import { expect, test, type Page } from '@playwright/test'
import { button, card, iteration, openApp, parameter, savedState, selectNode } from './support/app'
import { stored } from './support/device'

/** From now on every write fails as on a full disk, until `mendStorage`. */
const breakStorage = (page: Page) =>
  page.evaluate(() => {
    const broken = window as unknown as { put?: typeof IDBObjectStore.prototype.put }
    broken.put = IDBObjectStore.prototype.put
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full', 'QuotaExceededError')
    }
  })

const mendStorage = (page: Page) =>
  page.evaluate(() => {
    IDBObjectStore.prototype.put = (window as unknown as { put: typeof IDBObjectStore.prototype.put }).put
  })

const notSaved = (page: Page) => page.getByRole('status').filter({ hasText: 'not saved on this device' })

async function setDepth(page: Page, depth: string): Promise<void> {
  await selectNode(page, 'Decision tree')
  await parameter(page, 'Largest depth').fill(depth)
}

test('full storage is said, the work can be downloaded, and saving goes on by itself', async ({ page }) => {
  await openApp(page)
  await breakStorage(page)
  await setDepth(page, '9')
  await expect(notSaved(page)).toContainText('There is no room left on this device')
  await expect(savedState(page)).toBeHidden()

  const download = page.waitForEvent('download')
  await notSaved(page).getByRole('button', { name: 'Download' }).click()
  const text = readFileSync(await (await download).path(), 'utf8')
  const tree = JSON.parse(text).nodes.find((node: { id: string }) => node.id === 'tree')
  expect(tree.params.maxDepth).toBe(9)

  await mendStorage(page)
  await expect(savedState(page)).toBeVisible()
  await expect(notSaved(page)).toBeHidden()
  await page.reload()
  await selectNode(page, 'Decision tree')
  await expect(parameter(page, 'Largest depth')).toHaveValue('9')
})

test('work that is not saved is not given up for another workflow without a word', async ({ page }) => {
  await openApp(page)
  await breakStorage(page)
  await setDepth(page, '9')
  await expect(notSaved(page)).toBeVisible()
  await button(page, 'New').click()
  const message = page.getByRole('dialog', { name: 'This workflow is not saved yet' })
  await message.getByRole('button', { name: 'OK' }).click()
  await expect(parameter(page, 'Largest depth')).toHaveValue('9')

  const download = page.waitForEvent('download')
  await button(page, 'Save').click()
  await download
  await button(page, 'New').click()
  await expect(card(page, 'Decision tree')).toBeHidden()
})

test('where nothing can be stored at all the app works, and says that it saves nothing', async ({ page }) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Storage is off', 'SecurityError')
    }
  })
  await openApp(page)
  await expect(notSaved(page)).toContainText('does not let the page store anything')
  await setDepth(page, '3')
  await expect(card(page, 'Decision tree')).toContainText('stale')
})

test('storage that is deleted while the workflow is open is written anew, with the whole history', async ({
  page,
}) => {
  await openApp(page)
  await expect(savedState(page)).toBeVisible()
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const deleting = indexedDB.deleteDatabase('stagecraft')
        deleting.onsuccess = resolve
        deleting.onerror = reject
      }),
  )
  await expect.poll(() => stored(page, 'iterations').catch(() => [])).toHaveLength(1)
  await page.reload()
  await expect(card(page, 'Decision tree')).toContainText('done')
  await expect(iteration(page, 1)).toBeVisible()
})
