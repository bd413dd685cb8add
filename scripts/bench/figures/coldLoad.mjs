import { freshPage } from '../support/app.mjs'
import { median, spread } from '../support/stats.mjs'

const loads = 5

/** Visible: node cards and a chart stand on the screen. Interactive: a press on a node changes the inspector. */
export async function measure({ url, browser }) {
  const times = []
  for (let i = 0; i < loads; i++) times.push(await loadOnce(url, browser))
  const row = (figure, key, atMost) => {
    const values = times.map((time) => time[key])
    return { figure, value: median(values), unit: 'ms', atMost, noise: spread(values) }
  }
  return [
    row('First example visible after a cold load', 'visible', 1500),
    row('Interactive after a cold load', 'interactive', 2500),
  ]
}

/** Both times are taken in the page by its own clock, which starts with the navigation. */
async function loadOnce(url, browser) {
  const page = await freshPage(browser)
  await page.addInitScript(watchLoad)
  await page.goto(url)
  await page.waitForFunction(() => window.__interactive)
  const times = await page.evaluate(() => ({ visible: window.__visible, interactive: window.__interactive }))
  await page.context().close()
  return times
}

/** Presses a card of the second half again and again, as an impatient person would, until the inspector follows. */
function watchLoad() {
  const shown = (selector) => [...document.querySelectorAll(selector)].some((item) => item.checkVisibility())
  const chart =
    '[aria-label="Results"] svg path, [aria-label="Results"] svg circle, [aria-label="Results"] table td'
  const headline = () => document.querySelector('[aria-label="Inspector"] header')?.textContent
  let before = null
  const look = () => {
    const cards = [...document.querySelectorAll('.react-flow__node')].filter((card) => card.checkVisibility())
    if (!window.__visible && cards.length > 1 && shown(chart)) window.__visible = performance.now()
    if (window.__visible) {
      before ??= headline()
      const card = cards.find((each) => each.querySelector('[data-stage="prepare"]'))
      const box = card.getBoundingClientRect()
      const at = {
        clientX: box.x + box.width / 2,
        clientY: box.y + box.height / 2,
        bubbles: true,
        view: window,
      }
      if (before !== undefined && headline() !== before) window.__interactive = performance.now()
      else for (const type of ['mousedown', 'mouseup', 'click']) card.dispatchEvent(new MouseEvent(type, at))
    }
    if (!window.__interactive) requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
