import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { policy } from './policy.mjs'

const root = resolve(import.meta.dirname, '../..')

/** Every policy that a sample names, wherever it stands. */
const policiesIn = (path) =>
  [...readFileSync(resolve(root, path), 'utf8').matchAll(/Content-Security-Policy:? "?([^"\n]*)/g)].map(
    ([, text]) => text,
  )

it.each([
  ['public/_headers', 1],
  ['docs/hosting.md', 3],
])('the samples in %s send the policy of the built page', (path, count) => {
  expect(policiesIn(path)).toEqual(Array(count).fill(policy))
})
