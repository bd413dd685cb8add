import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { Workflow } from './schema'

/** Helpers of the tests in this folder. */
export const fixture = (version: number): string =>
  readFileSync(`src/document/fixtures/v${version}.json`, 'utf8')

const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('</script>', '"\\', '\u2028', '😀', '\0'))
const number = fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => value + 0)
const position = fc.record({ x: number, y: number })
/** As JSON has it: no -0, and no name that files may not use. */
const params = fc
  .dictionary(text, fc.jsonValue({ maxDepth: 3 }), { maxKeys: 4, noNullPrototype: true })
  .map((value) => JSON.parse(JSON.stringify(value)) as Record<string, never>)
  .filter((value) => !JSON.stringify(value).includes('__proto__'))
const rule: fc.Arbitrary<Workflow['feedback'][number]['rule']> = fc.record({
  when: fc.oneof(
    fc.constant({ kind: 'drift-found' as const }),
    fc.record({ kind: fc.constant('metric-below' as const), metric: text, value: number }),
  ),
  then: fc.oneof(
    fc.constant({ kind: 'append-data' as const }),
    fc.record({ kind: fc.constant('propose' as const), advice: text }),
  ),
  atMost: fc.integer({ min: 1, max: 100 }),
})

/** Any workflow that the schema allows, with `nodes` nodes. */
export const workflows: fc.Arbitrary<Workflow> = fc.integer({ min: 1, max: 4 }).chain((count) => {
  const node = fc.integer({ min: 0, max: count - 1 }).map((i) => `node ${i}`)
  const end = fc.record({ node, port: fc.string({ minLength: 1, maxLength: 10 }) })
  const listOf = <T extends object>(
    stem: string,
    item: fc.Arbitrary<T>,
    size: { min: number; max: number },
  ) =>
    fc
      .array(item, { minLength: size.min, maxLength: size.max })
      .map((items) => items.map((value, i) => ({ ...value, id: `${stem} ${i}` })))
  const body = fc.record({
    type: fc.string({ minLength: 1, maxLength: 20 }),
    typeVersion: fc.integer({ min: 1, max: 9 }),
    title: text,
    params,
    position,
  })
  const size = fc.double({ min: 40, max: 4000, noNaN: true })
  return fc.record({
    format: fc.constant('stagecraft/workflow' as const),
    version: fc.constant(1 as const),
    id: fc.string({ minLength: 1, maxLength: 64 }),
    name: text,
    seed: fc.integer({ min: 0, max: 4_294_967_295 }),
    nodes: listOf('node', body, { min: count, max: count }),
    wires: listOf('wire', fc.record({ from: end, to: end }), { min: 0, max: 4 }),
    feedback: listOf('feedback', fc.record({ from: node, to: node, rule }), { min: 0, max: 2 }),
    notes: listOf('note', fc.record({ text, position, width: size, height: size }), { min: 0, max: 2 }),
    files: fc.array(
      fc.record({
        hash: fc.constant('0123456789abcdef0123456789abcdef'),
        name: text,
        size: fc.nat(),
        content: fc.option(fc.base64String()),
      }),
      { maxLength: 2 },
    ),
  })
})

/** A valid file, changed by hand. */
export const changed = (edit: (raw: Record<string, unknown> & Workflow) => void): string => {
  const raw = JSON.parse(fixture(1)) as Record<string, unknown> & Workflow
  edit(raw)
  return JSON.stringify(raw)
}
