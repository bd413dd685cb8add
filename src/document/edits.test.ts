import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as edits from './edits'
import { copyItems, pasteItems } from './editsClipboard'
import { tidyPositions } from './editsTidy'
import { workflowSchema, type Workflow } from './schema'

const definition = { type: 'prepare/scale', version: 1 }
const at = (x: number, y = 0) => ({ x, y })

/** `scale → scale-2 → scale-3`, with a note. */
function chain(): Workflow {
  let document = edits.emptyWorkflow('test')
  for (let i = 0; i < 3; i++)
    document = edits.addNode(document, { definition, position: at(i * 10) }).document
  document = edits.addNote(document, at(0, 200)).document
  document = edits.addWire(
    document,
    { node: 'scale', port: 'data' },
    { node: 'scale-2', port: 'data' },
  ).document
  return edits.addWire(document, { node: 'scale-2', port: 'data' }, { node: 'scale-3', port: 'data' })
    .document
}

const ids = (items: { id: string }[]) => items.map((item) => item.id)

describe('edits', () => {
  it('gives nodes readable ids that are free', () => {
    expect(ids(chain().nodes)).toEqual(['scale', 'scale-2', 'scale-3'])
    const freed = edits.removeItems(chain(), ['scale-2'])
    expect(edits.addNode(freed, { definition, position: at(0) }).id).toBe('scale-2')
  })

  it('removes a node with the wires that hang on it', () => {
    const document = edits.removeItems(chain(), ['scale-2', 'note'])
    expect(ids(document.nodes)).toEqual(['scale', 'scale-3'])
    expect(document.wires).toEqual([])
    expect(document.notes).toEqual([])
  })

  it('shares everything that an edit does not touch', () => {
    const before = chain()
    const after = edits.setParam(before, 'scale-2', 'method', 'robust')
    expect(after.nodes[0]).toBe(before.nodes[0])
    expect(after.wires).toBe(before.wires)
    expect(after.nodes[1].params).toEqual({ method: 'robust' })
  })

  it('answers the same document when nothing changes', () => {
    const before = edits.setParam(chain(), 'scale', 'columns', ['a'])
    expect(edits.setParam(before, 'scale', 'columns', ['a'])).toBe(before)
    expect(edits.moveItems(before, new Map([['scale', at(0)]]))).toBe(before)
    expect(edits.setName(before, before.name)).toBe(before)
    expect(edits.setParam(before, 'gone', 'columns', ['a'])).toBe(before)
  })

  it('moves nodes and notes, and keeps positions inside the bounds of the format', () => {
    const moved = edits.moveItems(
      chain(),
      new Map([
        ['scale', at(1e9, NaN)],
        ['note', at(7.6, -1)],
      ]),
    )
    expect(moved.nodes[0].position).toEqual({ x: 1e6, y: 0 })
    expect(moved.notes[0].position).toEqual({ x: 8, y: -1 })
  })

  it('keeps a data file only as long as a parameter names it', () => {
    const file = (digit: string) => ({ hash: digit.repeat(32), name: 'a.csv', size: 1, content: null })
    const named = edits.setParam(chain(), 'scale', 'file', { hash: file('a').hash, name: 'a.csv', size: 1 })
    const one = edits.addFile(named, file('a'))
    const two = edits.addFile(edits.addFile(one, file('b')), file('c'))
    expect(two.files.map((each) => each.hash[0])).toEqual(['a', 'c'])
  })

  it('always leaves a document that the file format accepts', () => {
    const number = fc.double()
    fc.assert(
      fc.property(number, number, fc.string({ maxLength: 400 }), (x, y, text) => {
        let document = edits.addNode(chain(), { definition, position: { x, y } }).document
        document = edits.setTitle(edits.setName(edits.setSeed(document, x), text), 'scale', text)
        document = edits.setNote(document, 'note', {
          text: text.repeat(20),
          width: x,
          height: y,
          position: { x, y },
        })
        return workflowSchema.safeParse(document).success
      }),
    )
  })
})

describe('copy and paste', () => {
  it('copies nodes with the wires among them under new ids', () => {
    const document = chain()
    const pasted = pasteItems(document, copyItems(document, ['scale', 'scale-2', 'note']), at(5, 5))
    expect(pasted.ids).toEqual(['scale-4', 'scale-5', 'note-2'])
    expect(pasted.document.wires).toHaveLength(3)
    expect(pasted.document.wires[2]).toMatchObject({ from: { node: 'scale-4' }, to: { node: 'scale-5' } })
    expect(pasted.document.nodes[3].position).toEqual({ x: 5, y: 5 })
  })
})

describe('tidy', () => {
  it('lays nodes from left to right along the wires', () => {
    const positions = tidyPositions(chain())
    const xs = ['scale', 'scale-2', 'scale-3'].map((id) => positions.get(id)!.x)
    expect(xs[1] - xs[0]).toBeGreaterThan(220)
    expect(xs[2] - xs[1]).toBeGreaterThan(220)
  })
})
