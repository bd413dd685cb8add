import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { stages } from '@/contract/stages'

const css = readFileSync(resolve(import.meta.dirname, 'theme.css'), 'utf8')

/** The variables of a colour scheme: name → `#rrggbb`. */
function coloursOf(scheme: 'light' | 'dark'): Map<string, string> {
  const block = css.slice(css.indexOf(`[data-mantine-color-scheme='${scheme}'] {`)).split('}')[0]
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, colour]) => [name, colour]),
  )
}

/** Contrast ratio as WCAG 2.2 defines it. */
function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const share = parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const surfaces = ['surface', 'surface-2', 'canvas']
const pairs: [string, string[]][] = [
  ...['text', 'text-2'].map((name): [string, string[]] => [name, [...surfaces, 'surface-3']]),
  ...stages.map(({ id }): [string, string[]] => [`stage-${id}`, [...surfaces, `stage-${id}-soft`]]),
  ...stages.map(({ id }): [string, string[]] => ['text', [`stage-${id}-soft`]]),
  ...['good', 'warn', 'bad'].map((name): [string, string[]] => [name, [...surfaces, `${name}-soft`]]),
  ['accent', [...surfaces, 'accent-soft']],
  ['on-accent', ['accent', 'accent-hover']],
  ['note-text', ['note']],
]

test.each(['light', 'dark'] as const)(
  'every colour of words has a contrast of at least 4.5 : 1 in the %s scheme',
  (scheme) => {
    const colours = coloursOf(scheme)
    const faint = pairs.flatMap(([front, backs]) =>
      backs
        .map((back) => ({ front, back, ratio: contrast(colours.get(front)!, colours.get(back)!) }))
        .filter(({ ratio }) => !(ratio >= 4.5)),
    )
    expect(faint).toEqual([])
  },
)
