import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { root } from './source.mjs'

/** Names of the shipped workflows, `public/workflows/<id>.json`. */
export function exampleIds() {
  return readdirSync(resolve(root, 'public/workflows'))
    .filter((file) => file.endsWith('.json') && !file.endsWith('.results.json') && file !== 'index.json')
    .map((file) => file.slice(0, -'.json'.length))
}
