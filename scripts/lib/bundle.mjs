import { readFileSync } from 'node:fs'
import { posix } from 'node:path'

/**
 * Follows the built page's scripts.
 * @param {string} dist folder of the build
 * @returns {{ scripts: string[], reachable: string[] }} files needed for the first paint (static imports), and all
 * that the page may load later (dynamic imports too; workers are not page scripts).
 */
export function firstPaintScripts(dist) {
  const html = readFileSync(`${dist}/index.html`, 'utf8')
  const entries = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map((match) => match[1])
  const read = (file) => readFileSync(`${dist}/${file}`, 'utf8')
  const scripts = follow(entries, (file) => staticImports(file, read(file)))
  const reachable = follow(entries, (file) => [
    ...staticImports(file, read(file)),
    ...dynamicImports(file, read(file)),
  ])
  return { scripts, reachable }
}

function follow(entries, importsOf) {
  const seen = new Set()
  const waiting = [...entries]
  while (waiting.length > 0) {
    const file = waiting.pop()
    if (seen.has(file)) continue
    seen.add(file)
    waiting.push(...importsOf(file))
  }
  return [...seen]
}

const resolveFrom = (file, path) => posix.join(posix.dirname(file), path)

function staticImports(file, code) {
  const found = code.matchAll(
    /(?:^|[;}\s])(?:import|export)\s*(?:[\w*{}\s,$]+from\s*)?["'](\.\/[^"']+\.js)["']/g,
  )
  return [...found].map((match) => resolveFrom(file, match[1]))
}

function dynamicImports(file, code) {
  return [...code.matchAll(/import\s*\(\s*["'`](\.\/[^"'`]+\.js)["'`]/g)].map((match) =>
    resolveFrom(file, match[1]),
  )
}
