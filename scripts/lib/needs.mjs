import { existsSync } from 'node:fs'
import { runCommand } from './run.mjs'

const installedBrowsers = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const python = '/usr/bin/python3'

/** Path of an installed Chromium or Chrome; null when Playwright's own is to be tried. */
export function findBrowser() {
  return process.env.CHROMIUM_PATH ?? installedBrowsers.find((path) => existsSync(path)) ?? null
}

/** @returns {Promise<string | null>} a sentence that says what to install; null when a browser is there. */
export async function ensureBrowser() {
  if (findBrowser()) return null
  if (await playwrightHasBrowser()) return null
  if (await aptInstall(['chromium'])) return null
  const own = await runCommand('npx', ['playwright', 'install', 'chromium'])
  return own.code === 0
    ? null
    : 'No browser was found: install Chromium or Google Chrome, or set CHROMIUM_PATH to one.'
}

/** @returns {Promise<string | null>} the Python that has scikit-learn; null when there is none. */
export async function ensurePython() {
  if (await hasSklearn()) return python
  if (!(await aptInstall(['python3-sklearn', 'python3-pandas', 'python3-scipy']))) return null
  return (await hasSklearn()) ? python : null
}

async function hasSklearn() {
  return (await runCommand(python, ['-c', 'import sklearn, pandas, scipy'], { quiet: true })).code === 0
}

async function playwrightHasBrowser() {
  const { chromium } = await import('@playwright/test')
  return existsSync(chromium.executablePath())
}

async function aptInstall(packages) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log(`Installing ${packages.join(', ')} …`)
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await runCommand('apt-get', ['update'], { quiet: true, env })
  return (
    (
      await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
        quiet: true,
        env,
      })
    ).code === 0
  )
}
