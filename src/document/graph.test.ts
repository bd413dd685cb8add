import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { downstream, reaches, topologicalOrder, upstream, type Edge } from './graph'

/** `wires('a>b b>c')` */
const wires = (text: string): Edge[] =>
  text.split(' ').map((pair) => {
    const [from, to] = pair.split('>')
    return { from: { node: from }, to: { node: to } }
  })
const nodes = (text: string) => [...text].map((id) => ({ id }))

describe('topologicalOrder', () => {
  it('puts every node after what it hangs from, and keeps the given order otherwise', () => {
    expect(topologicalOrder(nodes('cab'), wires('a>c'))).toEqual({ order: ['a', 'b', 'c'], cycle: null })
    expect(topologicalOrder(nodes('dcba'), wires('a>b b>c a>c c>d'))).toEqual({
      order: [...'abcd'],
      cycle: null,
    })
  })

  it('counts two wires between the same nodes as both', () => {
    expect(topologicalOrder(nodes('ba'), wires('a>b a>b')).order).toEqual(['a', 'b'])
  })

  it('names a cycle in the direction of its wires, and orders what does not hang below it', () => {
    const { order, cycle } = topologicalOrder(nodes('abcde'), wires('a>b b>c c>d d>b d>e'))
    expect(order).toEqual(['a'])
    expect(cycle).toHaveLength(3)
    expect('bcdbc'.includes(cycle!.join(''))).toBe(true)
  })

  it('finds a wire from a node to itself', () => {
    expect(topologicalOrder(nodes('a'), wires('a>a'))).toEqual({ order: [], cycle: ['a'] })
  })

  it('ignores wires that end nowhere', () => {
    expect(topologicalOrder(nodes('ab'), wires('a>x x>b'))).toEqual({ order: ['a', 'b'], cycle: null })
  })

  it('for any graph: either a valid order of all nodes, or a real cycle', () => {
    const id = fc.constantFrom(...'abcdefgh')
    const edge = fc.record({ from: fc.record({ node: id }), to: fc.record({ node: id }) })
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 14 }), (edges) => {
        const { order, cycle } = topologicalOrder(nodes('abcdefgh'), edges)
        const place = new Map(order.map((node, index) => [node, index]))
        for (const { from, to } of edges) {
          if (place.has(to.node)) expect(place.get(from.node)!).toBeLessThan(place.get(to.node)!)
        }
        if (!cycle) expect(order).toHaveLength(8)
        cycle?.forEach((node, index) => {
          const next = cycle[(index + 1) % cycle.length]
          expect(edges.some((wire) => wire.from.node === node && wire.to.node === next)).toBe(true)
        })
      }),
    )
  })
})

describe('reaches, upstream, downstream', () => {
  const graph = wires('a>b b>c x>c')

  it('follow wires over any distance, in their direction only', () => {
    expect(reaches(graph, 'a', 'c')).toBe(true)
    expect(reaches(graph, 'c', 'a')).toBe(false)
    expect([...downstream(graph, 'a')]).toEqual(['b', 'c'])
    expect([...upstream(graph, 'c')].sort()).toEqual(['a', 'b', 'x'])
  })

  it('say that a node reaches itself, and end on a cycle', () => {
    expect(reaches(graph, 'a', 'a')).toBe(true)
    expect(downstream(wires('a>b b>a'), 'a')).toEqual(new Set(['a', 'b']))
  })
})
