import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeDocumentError, type DocumentError } from './errors'
import { loadWorkflow } from './load'
import { migrations } from './migrations/list'
import { writeWorkflow } from './save'
import { currentVersion } from './schema'
import { changed, fixture, workflows } from './testing'

function errorOf(text: string): DocumentError {
  const result = loadWorkflow(text)
  if (result.ok) throw new Error('it was opened')
  expect(describeDocumentError(result.error)).toMatch(/^[A-Z].*\.$/)
  return result.error
}

describe('loadWorkflow', () => {
  it('reads back what writeWorkflow wrote', () => {
    fc.assert(
      fc.property(workflows, (workflow) => {
        const text = writeWorkflow(workflow)
        const read = loadWorkflow(text)
        expect(read).toEqual({ ok: true, value: workflow })
        if (read.ok) expect(writeWorkflow(read.value)).toBe(text)
      }),
    )
  })

  it('opens the stored file of every version, through every migration', () => {
    const versions = Array.from({ length: currentVersion + 1 }, (_, version) => version)
    for (const version of versions)
      expect(loadWorkflow(fixture(version))).toMatchObject({ ok: true, value: { version: currentVersion } })
    expect(migrations.map((step) => step.from)).toEqual(versions.slice(0, -1))
  })

  it('gives an old draft what it did not have yet, and keeps the rest', () => {
    const read = loadWorkflow(fixture(0))
    expect(read).toMatchObject({
      ok: true,
      value: { id: 'draft', seed: 42, feedback: [], notes: [], files: [] },
    })
    if (read.ok) expect(read.value.nodes.map((node) => node.title)).toEqual(['', 'To one size'])
  })

  it('keeps a node of an unknown type as it is', () => {
    const read = loadWorkflow(fixture(1))
    if (!read.ok) throw new Error('not opened')
    expect(read.value).toEqual(JSON.parse(fixture(1)))
  })

  it('answers every beginning of a file, and never throws', () => {
    const text = fixture(1)
    for (let end = 0; end < text.trimEnd().length; end++)
      expect(loadWorkflow(text.slice(0, end)).ok).toBe(false)
  })

  it('answers any mutation of a file, and never throws', () => {
    const text = fixture(1)
    const place = fc.nat({ max: text.length - 1 })
    const piece = fc.oneof(
      fc.constantFrom('{', '}', '[', ']', '"', ',', 'null', '-1', '"__proto__":1,', '\\', '1e999'),
      fc.string(),
    )
    fc.assert(
      fc.property(
        fc.array(fc.tuple(place, fc.nat({ max: 30 }), piece), { minLength: 1, maxLength: 3 }),
        (cuts) => {
          let mutated = text
          for (const [at, length, put] of cuts)
            mutated = mutated.slice(0, at) + put + mutated.slice(at + length)
          const result = loadWorkflow(mutated)
          if (!result.ok) expect(describeDocumentError(result.error).length).toBeGreaterThan(10)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('answers any JSON and any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(loadWorkflow(text).ok).toBe(false)
      }),
    )
  })
})

describe('errors', () => {
  it('names the line where the JSON breaks, the last one when it is cut off', () => {
    const lineOf = (text: string) => errorOf(text)
    expect(lineOf('{\n"format": "stagecraft/workflow",\n"version": }\n')).toMatchObject({
      kind: 'not-json',
      line: 3,
    })
    expect(lineOf('[1,\n2,\n\n]')).toMatchObject({ line: 4 })
    expect(lineOf('{"a": 1}\n\nx')).toMatchObject({ line: 3 })
    expect(lineOf('{"a": [1, {"b":\n "c\n')).toMatchObject({ line: 2 })
    expect(lineOf('{"a": [1, 2}\n')).toMatchObject({ line: 1 })
  })

  it('tells other JSON, a missing version and a newer one apart', () => {
    expect(errorOf('{"a": 1}')).toMatchObject({ kind: 'not-a-workflow' })
    expect(errorOf('[]')).toMatchObject({ kind: 'not-a-workflow' })
    expect(errorOf(changed((raw) => Object.assign(raw, { version: '1' })))).toMatchObject({
      kind: 'bad-version',
    })
    const newer = errorOf(changed((raw) => Object.assign(raw, { version: 99, nodes: 'of the future' })))
    expect(newer).toMatchObject({ kind: 'newer-version', version: 99 })
    expect(describeDocumentError(newer)).toContain('newer Stagecraft')
  })

  it('carries the place of what is wrong', () => {
    const wrong = (edit: Parameters<typeof changed>[0]) => errorOf(changed(edit))
    expect(wrong((raw) => Object.assign(raw.nodes[1], { position: { x: 'left', y: 0 } }))).toMatchObject({
      kind: 'invalid',
      path: 'nodes[1].position.x',
    })
    expect(wrong((raw) => Object.assign(raw.nodes[0], { extra: 1 }))).toMatchObject({
      kind: 'invalid',
      path: 'nodes[0]',
    })
    expect(wrong((raw) => Object.assign(raw, { script: 'x' }))).toMatchObject({ kind: 'invalid', path: '' })
    expect(wrong((raw) => Object.assign(raw, { nodes: {} }))).toMatchObject({
      kind: 'invalid',
      path: 'nodes',
    })
    expect(wrong((raw) => (raw.notes[0].id = 'data'))).toMatchObject({
      kind: 'duplicate-id',
      path: 'notes[0].id',
      id: 'data',
    })
    expect(wrong((raw) => (raw.wires[0].to.node = 'gone'))).toMatchObject({
      kind: 'dangling',
      path: 'wires[0].to.node',
      id: 'gone',
    })
    expect(wrong((raw) => (raw.feedback[0].from = 'gone'))).toMatchObject({
      kind: 'dangling',
      path: 'feedback[0].from',
    })
  })
})

describe('hostile files', () => {
  const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

  it('refuses deep nesting before anything recursive sees it, with its place', () => {
    expect(errorOf(deep(1_000_000))).toMatchObject({ kind: 'too-deep' })
    const inside = fixture(1).replace('"delimiter": "comma"', `"a b": ${deep(100)}`)
    const error = errorOf(inside)
    expect(error).toMatchObject({ kind: 'too-deep' })
    expect(error.path).toMatch(/^nodes\[0\]\.params\["a b"\]\[0\]/)
  })

  it('refuses too many bytes, nodes, values, and too long texts', () => {
    expect(errorOf(' '.repeat(32_000_001))).toMatchObject({ kind: 'too-large' })
    expect(errorOf(`{"nodes": [${'{},'.repeat(2000)}{}]}`)).toMatchObject({
      kind: 'too-many',
      path: 'nodes',
      limit: 2000,
    })
    expect(errorOf(`{"wires": [${'{},'.repeat(10_000)}{}]}`)).toMatchObject({
      kind: 'too-many',
      path: 'wires',
    })
    expect(errorOf(`[${'0,'.repeat(2_000_001)}0]`)).toMatchObject({ kind: 'too-many', what: 'values' })
    expect(errorOf(changed((raw) => (raw.notes[0].text = 'x'.repeat(300_000))))).toMatchObject({
      kind: 'text-too-long',
      path: 'notes[0].text',
    })
  })

  it('lets data inside the file be long', () => {
    expect(loadWorkflow(changed((raw) => (raw.files[0].content = 'A'.repeat(1_000_000)))).ok).toBe(true)
  })

  it('survives a very long text that is never closed', () => {
    const cut = changed((raw) => (raw.files[0].content = `\n${'A\\'.repeat(5_000_000)}`)).slice(0, 10_000_000)
    expect(errorOf(cut)).toMatchObject({ kind: 'not-json', line: 1 })
  })

  it('refuses `__proto__` as a name, however it is written', () => {
    for (const name of ['__proto__', '\\u005f_proto__']) {
      const error = errorOf(fixture(1).replace('"delimiter"', `"${name}"`))
      expect(error).toMatchObject({ kind: 'forbidden-name', path: 'nodes[0].params.__proto__' })
    }
  })
})
