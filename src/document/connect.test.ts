import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { defineNode, type AnyDefinition, type NodeSpec } from '@/contract/node'
import type { PortSpecs } from '@/contract/port'
import type { StageId } from '@/contract/stages'
import { connectPorts, feedbackRefusal, refusal, typesThatFit } from './connect'
import { addFeedback, addNode, addWire, emptyWorkflow } from './edits'
import type { Workflow } from './schema'

function type(name: string, inputs: PortSpecs, outputs: PortSpecs): AnyDefinition {
  const stage = name.split('/')[0] as StageId
  const text = { title: name, summary: '' }
  return defineNode({
    type: name,
    version: 1,
    stage,
    ...text,
    params: z.strictObject({}),
    inputs,
    outputs,
  } as NodeSpec<z.ZodObject, PortSpecs, PortSpecs>)
}

const list = [
  type('gather/source', {}, { data: 'dataset' }),
  type('prepare/step', { data: 'dataset' }, { data: 'dataset' }),
  type('build/learn', { data: 'dataset' }, { model: 'model', learner: 'learner' }),
  type(
    'evaluate/judge',
    { models: { kind: 'model', many: true }, data: { kind: 'dataset', optional: true } },
    { evaluation: 'evaluation' },
  ),
  type('evaluate/tune', { learners: { kind: 'learner', many: true } }, { evaluation: 'evaluation' }),
]
const definitions = new Map(list.map((definition) => [definition.type, definition]))

/** Nodes named source, step, step-2, learn, learn-2, judge, without wires. */
function canvas(): Workflow {
  const types = [
    'gather/source',
    'prepare/step',
    'prepare/step',
    'build/learn',
    'build/learn',
    'evaluate/judge',
    'evaluate/tune',
  ]
  return types.reduce(
    (document, name) =>
      addNode(document, { definition: definitions.get(name)!, position: { x: 0, y: 0 } }).document,
    emptyWorkflow('test'),
  )
}

const end = (text: string) => {
  const [node, port] = text.split('.')
  return { node, port }
}
const refused = (document: Workflow, from: string, to: string) =>
  refusal(document, definitions, end(from), end(to))
const wire = (document: Workflow, from: string, to: string) =>
  connectPorts(document, definitions, end(from), end(to))
const sources = (document: Workflow, to: string) =>
  document.wires.filter((one) => one.to.node === to).map((one) => one.from.node)

describe('refusal', () => {
  it('lets ports of the same kind be wired', () => {
    expect(refused(canvas(), 'source.data', 'step.data')).toBeNull()
  })

  it('names both kinds when they differ', () => {
    expect(refused(canvas(), 'source.data', 'judge.models')).toBe(
      'The output “Data” gives a dataset, and the input “Models” takes a trained model.',
    )
  })

  it('says that a trained model cannot be trained again where learners are taken', () => {
    expect(refused(canvas(), 'learn.model', 'tune.learners')).toMatch(
      /takes an untrained learner\. .*cannot be trained again/,
    )
    expect(refused(canvas(), 'source.data', 'tune.learners')).not.toMatch(/trained again/)
  })

  it('refuses a node to itself, a wire that is there already, and ports that do not exist', () => {
    const wired = wire(canvas(), 'source.data', 'step.data')
    expect(refused(wired, 'step.data', 'step.data')).toMatch(/itself/)
    expect(refused(wired, 'source.data', 'step.data')).toMatch(/already/)
    expect(refused(wired, 'source.data', 'step.nothing')).toMatch(/no such port/)
    expect(refused(wired, 'gone.data', 'step.data')).toMatch(/not on the canvas/)
  })

  it('refuses a circle over several wires, and says what may lead back', () => {
    const wired = wire(canvas(), 'step.data', 'step-2.data')
    expect(refused(wired, 'step-2.data', 'step.data')).toBe(
      'This would make a circle; only a feedback wire may lead back.',
    )
  })
})

describe('connectPorts', () => {
  it('replaces the wire at an input that takes one', () => {
    const first = wire(canvas(), 'source.data', 'step-2.data')
    const second = wire(first, 'step.data', 'step-2.data')
    expect(sources(second, 'step-2')).toEqual(['step'])
  })

  it('appends at an input that takes many', () => {
    const first = wire(canvas(), 'learn.model', 'judge.models')
    const second = wire(first, 'learn-2.model', 'judge.models')
    expect(sources(second, 'judge')).toEqual(['learn', 'learn-2'])
  })
})

describe('typesThatFit', () => {
  it('offers what takes the output that a wire was dragged from, and what gives the input', () => {
    const forward = typesThatFit(canvas(), definitions, { ...end('source.data'), side: 'output' })
    expect(forward.map((one) => one.type)).toEqual(['prepare/step', 'build/learn', 'evaluate/judge'])
    const backward = typesThatFit(canvas(), definitions, { ...end('judge.models'), side: 'input' })
    expect(backward.map((one) => one.type)).toEqual(['build/learn'])
  })
})

describe('feedbackRefusal', () => {
  const feedback = (document: Workflow, from: string, to: string) =>
    feedbackRefusal(document, definitions, from, to)

  it('leads from an evaluation back to any earlier stage, once', () => {
    const document = canvas()
    expect(feedback(document, 'judge', 'source')).toBeNull()
    const rule = {
      when: { kind: 'objective-not-met' as const },
      then: { kind: 'propose' as const, advice: '' },
      atMost: 1,
    }
    const drawn = addFeedback(document, { from: 'judge', to: 'source', rule }).document
    expect(feedback(drawn, 'judge', 'source')).toMatch(/already/)
  })

  it('refuses other starts and ways forward', () => {
    expect(feedback(canvas(), 'learn', 'source')).toMatch(/starts at a node of Model evaluation/)
    expect(feedback(canvas(), 'judge', 'judge')).toMatch(/earlier stage/)
  })
})

it('keeps a wire of an unknown node out of the search for circles', () => {
  const odd = addWire(canvas(), end('gone.data'), end('source.data')).document
  expect(refused(odd, 'source.data', 'step.data')).toBeNull()
})
