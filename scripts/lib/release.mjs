import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'

const listName = 'files.json'
const workerName = 'service-worker.js'
/** Large parts that few visitors need: they are kept for offline use once they were used, not before. */
const onDemand = /^assets\/(duckdb|sqlWorker|sql-wasm|ort)[\w.-]*\.(wasm|js)$/
const buildMark = /stagecraft-build-(development|[0-9a-f]{16})/g

/**
 * Lists the shipped files with the hashes of their contents, and writes the build id that follows from them into
 * the service worker. So the worker differs whenever anything shipped differs, and browsers install it anew.
 * @param {string} dist folder of the built app
 * @returns {string} the build id
 */
export function writeRelease(dist) {
  const all = listFiles(dist)
  const build = `stagecraft-build-${hash(JSON.stringify(all))}`
  const files = all.filter(({ path }) => !onDemand.test(path))
  const later = all.filter(({ path }) => onDemand.test(path))
  writeFileSync(resolve(dist, listName), JSON.stringify({ build, files, onDemand: later }, null, 1) + '\n')
  if (existsSync(resolve(dist, workerName))) stamp(resolve(dist, workerName), build)
  return build
}

/** Names that begin with `_` or `.` (e.g. `_headers`) are read by hosts and not served. */
const isShipped = (path) => ![listName, workerName].includes(path) && !/(^|\/)[._]/.test(path)

function listFiles(dist) {
  const paths = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dist, resolve(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(isShipped)
  return ['./', ...paths.sort()].map((path) => ({
    path,
    hash: hash(readFileSync(resolve(dist, path === './' ? 'index.html' : path))),
  }))
}

function stamp(path, build) {
  const script = readFileSync(path, 'utf8')
  if (script.search(buildMark) < 0) throw new Error(`${path} holds no build id`)
  writeFileSync(path, script.replace(buildMark, build))
}

const hash = (content) => createHash('sha256').update(content).digest('hex').slice(0, 16)
