/** Programs of others to compare with, where this machine has them. */
import { execFileSync } from 'node:child_process'
import { root } from '../../lib/source.mjs'

/** A Python that has all these modules, or null. `PYTHON` names another one. */
export function findPython(...modules) {
  const candidates = [process.env.PYTHON, 'python3', '/usr/bin/python3'].filter(Boolean)
  return candidates.find((python) => has(python, modules)) ?? null
}

function has(python, modules) {
  try {
    execFileSync(python, ['-c', `import ${modules.join(', ')}`], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** What a script of `scripts/bench/peers` prints, as JSON. */
export const runPeer = (python, script, args) =>
  JSON.parse(
    execFileSync(python, [`${root}/scripts/bench/peers/${script}`, ...args], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    }),
  )
