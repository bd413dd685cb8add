/** Builds and serves pages for the bench, and opens them in the installed browser. */
import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { build } from 'vite'
import { findBrowser } from '../../lib/needs.mjs'
import { root } from '../../lib/source.mjs'

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** The product, as `npm run build` makes it, in a folder of its own. */
export async function buildApp(outDir) {
  const common = { root, logLevel: 'error' }
  await build({ ...common, build: { outDir, emptyOutDir: true } })
  await build({ ...common, mode: 'service', build: { outDir } })
}

/** React Flow's own example and nothing else, to compare the canvas with. */
export async function buildBare(outDir) {
  await build({
    root: `${root}/scripts/bench/bare`,
    configFile: false,
    base: './',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000 },
  })
}

/** @returns {Promise<{ url: string, close(): void }>} a plain static server for a folder, below a sub-path. */
export async function serve(dir) {
  const base = '/stagecraft/'
  const port = await freePort()
  const args = ['scripts/serve.mjs', '--port', String(port), '--base', base, '--dir', dir]
  const server = spawn('node', args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => server.kill())
  await once(server.stdout, 'data')
  return { url: `http://localhost:${port}${base}`, close: () => server.kill() }
}

async function freePort() {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address()
  server.close()
  return port
}

export const openBrowser = () =>
  chromium.launch({ executablePath: findBrowser() ?? undefined, args: [...quiet, ...asRoot] })

/** A profile that has never seen the app. */
export const freshPage = async (browser) =>
  (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
