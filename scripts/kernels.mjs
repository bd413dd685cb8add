/**
 * Compiles the inner loops that are written in AssemblyScript (`kernel.as`) and writes them as text beside their source.
 * The compiler is not among the dependencies, since few ever change a kernel: `npm i --no-save assemblyscript` first.
 */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { root } from './lib/source.mjs'

const asc = await import('assemblyscript/asc').catch(() => null)
if (!asc) {
  console.error('The compiler is not here: npm i --no-save assemblyscript')
  process.exit(1)
}
const sources = ['boosting', 'cluster', 'neighbours', 'network'].map(
  (topic) => `src/ml/${topic}/kernel/kernel.as`,
)
for (const source of sources) if (existsSync(resolve(root, source))) await compile(resolve(root, source))

async function compile(source) {
  const folder = mkdtempSync(join(tmpdir(), 'kernel-'))
  copyFileSync(source, join(folder, 'kernel.ts'))
  const { error, stderr } = await asc.main(
    ['kernel.ts', '-o', 'kernel.wasm', '-O3', '--runtime', 'stub', '--noAssert']
      .concat(['--enable', 'simd', '--importMemory', '--use', 'abort='])
      .concat(['--baseDir', folder]),
  )
  if (error) throw new Error(stderr.toString())
  const text = readFileSync(join(folder, 'kernel.wasm')).toString('base64')
  rmSync(folder, { recursive: true })
  writeFileSync(
    join(dirname(source), 'kernelBytes.ts'),
    `/** kernel.as, compiled by \`node scripts/kernels.mjs\`. */\nexport const kernelBytes =\n  '${text}'\n`,
  )
}
