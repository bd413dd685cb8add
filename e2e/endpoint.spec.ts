import { expect, test, type Page } from '@playwright/test'
import type { Json } from '../src/base/json'
import { button, card, iteration, openApp, region, runToEnd, selectNode } from './support/app'

const columns = [
  ['Island', 'BYTES', 'Biscoe'],
  ['Beak Length (mm)', 'FP64', 45.2],
  ['Beak Depth (mm)', 'FP64', 14.8],
  ['Flipper Length (mm)', 'FP64', 212],
  ['Body Mass (g)', 'FP64', 5200],
  ['Sex', 'BYTES', 'FEMALE'],
] as const

/** A request for some rows of one penguin. */
const penguin = (rows = 1, factor = 1) => ({
  inputs: columns.map(([name, datatype, value]) => ({
    name,
    datatype,
    shape: [rows, 1],
    data: Array<Json>(rows).fill(typeof value === 'number' ? value * factor : value),
  })),
})

interface Answer {
  status: number
  body: {
    model_name: string
    model_version: string
    name: string
    platform: string
    inputs: { name: string; datatype: string }[]
    outputs: { name: string; datatype: string; shape: number[]; data: Json[] }[]
    error: string
    field: string
  }
}

/** A request as the script of any page of this origin makes it. */
const ask = (page: Page, path: string, body?: Json): Promise<Answer> =>
  page.evaluate(
    async ([address, text]) => {
      const init = text === null ? {} : { method: 'POST', body: text }
      const response = await fetch(
        new URL(address, location.href.replace(/stagecraft\/.*/, 'stagecraft/')),
        init,
      )
      return { status: response.status, body: await response.json() }
    },
    [path, body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body)] as const,
  )

test.beforeEach(async ({ page }) => {
  await openApp(page)
  await runToEnd(page)
  await expect(card(page, 'Endpoint')).toContainText('done')
})

test('any page of the origin can ask what the model is, and for predictions', async ({ page, context }) => {
  const second = await context.newPage()
  await second.goto('./workflows/index.json')
  for (const asking of [page, second]) {
    const { status, body } = await ask(asking, 'v2/models/penguins')
    expect(status).toBe(200)
    expect(body.name).toBe('penguins')
    expect(body.inputs.map(({ name, datatype }) => [name, datatype])).toEqual(
      columns.map(([name, datatype]) => [name, datatype]),
    )
    const answer = await ask(asking, 'v2/models/penguins/infer', penguin(2))
    expect(answer.status).toBe(200)
    expect(answer.body.model_name).toBe('penguins')
    const classes = answer.body.outputs.find(({ datatype }) => datatype === 'BYTES')!
    expect(classes.data).toEqual(['Gentoo', 'Gentoo'])
  }
})

test('a wrong request is refused, and the field that is wrong is named', async ({ page }) => {
  const infer = 'v2/models/penguins/infer'
  const unknown = await ask(page, 'v2/models/puffins')
  expect([unknown.status, unknown.body.field]).toEqual([404, 'name'])
  const missing = await ask(page, infer, { inputs: penguin().inputs.slice(1) })
  expect(missing.status).toBe(400)
  expect(missing.body.error).toContain('Island')
  const words = penguin()
  words.inputs[1].data = ['long']
  const wrong = await ask(page, infer, words)
  expect([wrong.status, wrong.body.field]).toEqual([422, 'Beak Length (mm)'])
  const broken = await ask(page, infer, '{"inputs": [')
  expect(broken.status).toBe(400)
  const got = await ask(page, infer)
  expect(got.status).toBe(405)

  await selectNode(page, 'Endpoint')
  const results = region(page, 'Results')
  await results.getByRole('tab', { name: 'Traffic' }).click()
  await expect(results.getByRole('row').filter({ hasText: 'Refused · 422 · Beak Length (mm)' })).toBeVisible()
  await ask(page, infer, penguin(2))
  await expect(results.getByRole('row').filter({ hasText: 'Gentoo' })).toContainText('and 1 more row')
})

test('the form of the node asks the endpoint, and shows parity, latency and code', async ({ page }) => {
  await selectNode(page, 'Endpoint')
  const results = region(page, 'Results')
  await expect(results.getByRole('definition').filter({ hasText: 'Equal' })).toBeVisible()
  await expect(results.getByText('Latency, p95')).toBeVisible()
  const form = results.getByRole('form', { name: 'Try the endpoint' })
  await form.getByRole('textbox', { name: 'Flipper Length (mm)' }).fill('212')
  await form.getByRole('textbox', { name: 'Body Mass (g)' }).fill('5200')
  await form.getByRole('textbox', { name: 'Beak Depth (mm)' }).fill('14.8')
  await form.getByRole('button', { name: 'Ask the endpoint' }).click()
  await expect(form).toContainText('Predicted Species: Gentoo')
  await form.getByRole('textbox', { name: 'Body Mass (g)' }).fill('heavy')
  await form.getByRole('button', { name: 'Ask the endpoint' }).click()
  await expect(form).toContainText('Refused (422): Row 1 of input “Body Mass (g)” must be a number')

  await results.getByRole('tab', { name: 'Code' }).click()
  await expect(results.getByLabel('fetch snippet', { exact: true })).toContainText(
    '/stagecraft/v2/models/penguins/infer',
  )
  await expect(results.getByLabel('cURL snippet', { exact: true })).toContainText('curl -X POST')
})

test('the fetch snippet works as it stands', async ({ page }) => {
  await selectNode(page, 'Endpoint')
  await region(page, 'Results').getByRole('tab', { name: 'Code' }).click()
  const code = await region(page, 'Results').getByLabel('fetch snippet', { exact: true }).innerText()
  const printed = page.waitForEvent('console', (message) => message.type() === 'log')
  await page.evaluate(`(async () => { ${code} })()`)
  const body = (await (await printed).args()[0].jsonValue()) as Answer['body']
  expect(body.model_name).toBe('penguins')
})

test('what the endpoint was asked is watched: drifted requests raise the alert', async ({ page }) => {
  await expect(card(page, 'Drift')).toContainText('no requests yet')
  for (let i = 0; i < 5; i++) await ask(page, 'v2/models/penguins/infer', penguin(20, 3 + i / 10))
  await runToEnd(page)
  await expect(iteration(page, 2)).toBeVisible()
  await expect(card(page, 'Drift')).toContainText('6 of 6 drifted')
  await selectNode(page, 'Drift')
  const results = region(page, 'Results')
  await expect(results).toContainText('ALERT')
  await results.getByRole('tab', { name: 'Tests' }).click()
  await expect(results.getByRole('row').filter({ hasText: 'Body Mass (g)' })).toBeVisible()
  await expect(page.getByText('Gather labelled measurements').first()).toBeVisible()
})

test('a deployment outlives reloads and restarts of the service worker', async ({ page }) => {
  await page.reload()
  await expect(card(page, 'Endpoint')).toBeVisible()
  expect((await ask(page, 'v2/models/penguins')).status).toBe(200)
  await page.evaluate(async () => {
    for (const registration of await navigator.serviceWorker.getRegistrations())
      await registration.unregister()
  })
  await page.reload()
  await selectNode(page, 'Endpoint')
  const form = region(page, 'Results').getByRole('form', { name: 'Try the endpoint' })
  await form.getByRole('button', { name: 'Ask the endpoint' }).click()
  await expect(form).toContainText('Predicted Species')
  expect((await ask(page, 'v2/models/penguins/infer', penguin())).status).toBe(200)
  await expect(button(page, 'Run')).toBeEnabled()
})

test('a challenger answers its share, is promoted and rolled back, in every tab at once', async ({
  page,
  context,
}) => {
  await selectNode(page, 'Endpoint')
  const inspector = region(page, 'Inspector')
  await inspector.getByRole('combobox', { name: 'Deploy as' }).click()
  await page.getByRole('option', { name: /^Challenger/ }).click()
  await inspector.getByRole('textbox', { name: /^Share of the requests/ }).fill('100')
  await selectNode(page, 'Logistic regression')
  await inspector.getByRole('textbox', { name: /^Freedom/ }).fill('0.5')
  await runToEnd(page)
  await selectNode(page, 'Endpoint')
  const results = region(page, 'Results')
  await expect(results).toContainText(
    'Version 1 answers under “penguins”; the one that is shown here is its challenger.',
  )

  const versionOf = async (path: string) => (await ask(page, path, penguin())).body.model_version
  const infer = 'v2/models/penguins/infer'
  expect(await versionOf(infer)).toBe('2')
  expect(await versionOf('v2/models/penguins/versions/champion/infer')).toBe('1')
  expect((await ask(page, 'v2/models/penguins/versions/7/infer', penguin())).status).toBe(404)

  await results.getByRole('tab', { name: 'Versions' }).click()
  const second = results.getByRole('listitem').filter({ hasText: 'Version 2' })
  await expect(second).toContainText('Challenger · 100 % of the requests')
  await second.getByRole('button', { name: 'Promote version 2' }).click()
  await expect(second).toContainText('Champion')
  expect(await versionOf('v2/models/penguins/versions/champion/infer')).toBe('2')
  await second.getByRole('button', { name: 'Roll back version 2' }).click()
  await expect(results).toContainText('Rolled back to version 1 from version 2')
  const other = await context.newPage()
  await other.goto('./workflows/index.json')
  expect((await ask(other, infer, penguin())).body.model_version).toBe('1')
})
