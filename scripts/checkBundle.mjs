/** What the built bundles may hold: no tfjs on the page, no React in the workers, a small first paint. */
import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { firstPaintScripts } from './lib/bundle.mjs'

const budget = 350_000
const tfjsMarks = ['tfjs-backend-wasm', 'WASM_HAS_SIMD_SUPPORT']
const reactMarks = ['react.transitional.element', 'react.element']

const problems = []
const read = (file) => readFileSync(`dist/${file}`, 'utf8')
const holds = (file, marks) => marks.some((mark) => read(file).includes(mark))

const { scripts, reachable } = firstPaintScripts('dist')
const size = scripts.reduce((sum, file) => sum + gzipSync(read(file)).length, 0)
console.log(
  `JavaScript for the first paint: ${Math.round(size / 1000)} kB gzipped in ${scripts.length} files (at most ${budget / 1000} kB)`,
)
if (size > budget) problems.push(`the first paint needs ${size} bytes of JavaScript, more than ${budget}`)

for (const file of reachable)
  if (holds(file, tfjsMarks)) problems.push(`${file} is loaded by the page and holds tfjs`)

const workers = readdirSync('dist/assets').filter((file) => /^(engine|compute)-.*\.js$/.test(file))
if (workers.length < 2) problems.push('the engine and compute workers are missing from dist/assets')
for (const file of [...workers.map((file) => `assets/${file}`), 'service-worker.js']) {
  if (holds(file, reactMarks)) problems.push(`${file} holds React`)
}
if (holds('service-worker.js', tfjsMarks)) problems.push('service-worker.js holds tfjs')
if (/(^|[^.\w])import\s*\(/.test(read('service-worker.js')))
  problems.push('service-worker.js imports at run time, which service workers refuse')

problems.forEach((problem) => console.error(`✗ ${problem}`))
process.exitCode = problems.length === 0 ? 0 : 1
