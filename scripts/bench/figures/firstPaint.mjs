import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { firstPaintScripts } from '../../lib/bundle.mjs'

const tfjsMarks = ['tfjs-backend-wasm', 'WASM_HAS_SIMD_SUPPORT']

/** JavaScript that the page needs before it can paint. */
export async function measure({ dist }) {
  const { scripts, reachable } = firstPaintScripts(dist)
  const read = (file) => readFileSync(`${dist}/${file}`)
  const bytes = scripts.reduce((sum, file) => sum + gzipSync(read(file)).length, 0)
  const withTfjs = reachable.filter((file) => tfjsMarks.some((mark) => read(file).includes(mark)))
  return [
    {
      figure: 'JavaScript for the first paint, gzipped',
      value: bytes / 1000,
      unit: 'kB',
      atMost: 350,
      noise: `${scripts.length} files`,
    },
    { figure: 'Page scripts that hold tfjs', value: withTfjs.length, unit: '', atMost: 0 },
  ]
}
