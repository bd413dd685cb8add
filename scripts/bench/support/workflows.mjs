/** Workflows made for the bench. */
import { readFileSync } from 'node:fs'
import { root } from '../../lib/source.mjs'

export const exampleWorkflow = (id) => JSON.parse(readFileSync(`${root}/public/workflows/${id}.json`, 'utf8'))

/** @param {[id: string, type: string, params: object, from?: string[]][]} nodes each wired to `from`, `node.port:port` */
export function makeWorkflow(id, nodes) {
  return {
    format: 'stagecraft/workflow',
    version: 1,
    id,
    name: id,
    seed: 1,
    nodes: nodes.map(([node, type, params], at) => ({
      id: node,
      type,
      typeVersion: 1,
      title: '',
      params,
      position: { x: (at % 5) * 264, y: Math.floor(at / 5) * 144 },
    })),
    wires: nodes.flatMap(([node, , , from = []]) =>
      from.map((wire) => {
        const [source, port] = wire.split(':')
        const [fromNode, fromPort] = source.split('.')
        return {
          id: `${fromNode}-${node}-${port}`,
          from: { node: fromNode, port: fromPort },
          to: { node, port },
        }
      }),
    ),
    feedback: [],
    notes: [],
    files: [],
  }
}

/** 5,000 generated rows: a network, a tree, hold-out and cross-validation of both. */
export const largeRun = () =>
  makeWorkflow('bench-large', [
    ['objective', 'problem/objective', { task: 'binary', target: 'class', positiveClass: 'b' }],
    [
      'data',
      'gather/sample',
      { dataset: 'moons', rows: 5000, noise: 0.28 },
      ['objective.objective:objective'],
    ],
    ['scale', 'prepare/scale', {}, ['data.data:data']],
    ['split', 'prepare/split', {}, ['scale.data:data']],
    ['network', 'build/neural-network', { epochs: 20, patience: 0 }, ['split.data:data']],
    ['tree', 'build/decision-tree', {}, ['split.data:data']],
    ['test', 'evaluate/holdout', {}, ['network.model:models', 'tree.model:models']],
    [
      'folds',
      'evaluate/cross-validation',
      {},
      ['split.data:data', 'network.learner:learners', 'tree.learner:learners'],
    ],
  ])

/** A chain over 100,000 rows; its last node is to be changed. */
export const longTable = (lastParams = {}) =>
  makeWorkflow('bench-rows', [
    ['data', 'gather/sample', { dataset: 'linear', rows: 100_000 }],
    ['fill', 'prepare/impute', {}, ['data.data:data']],
    ['encode', 'prepare/encode', {}, ['fill.data:data']],
    ['split', 'prepare/split', {}, ['encode.data:data']],
    ['scale', 'prepare/scale', lastParams, ['split.data:data']],
  ])

const branch = [
  ['data', 'gather/sample', { dataset: 'penguins' }],
  ['select', 'prepare/select-columns', {}, 'data.data:data'],
  ['fill', 'prepare/impute', {}, 'select.data:data'],
  ['encode', 'prepare/encode', {}, 'fill.data:data'],
  ['scale', 'prepare/scale', {}, 'encode.data:data'],
  ['split', 'prepare/split', {}, 'scale.data:data'],
  ['logistic', 'build/logistic-regression', {}, 'split.data:data'],
  ['test', 'evaluate/holdout', {}, 'logistic.model:models'],
  ['endpoint', 'deploy/endpoint', {}, 'logistic.model:model'],
  ['drift', 'monitor/drift', {}, 'endpoint.deployment:source'],
]

/** 300 nodes in 30 rows of 10, every row a life cycle of its own. */
export function largeCanvas() {
  const rows = Array.from({ length: 30 }, (_, row) =>
    branch.map(([id, type, params, from]) => [
      `${id}${row}`,
      type,
      params,
      from ? [from.replace('.', `${row}.`)] : [],
    ]),
  )
  const workflow = makeWorkflow('bench-canvas', rows.flat())
  workflow.nodes.forEach((node, at) => (node.position = canvasPlace(at)))
  return workflow
}

/** The same places for the app and for React Flow's bare example. */
export const canvasPlace = (at) => ({
  x: (at % 10) * 264 + Math.floor(at / 150) * 2700,
  y: (Math.floor(at / 10) % 15) * 120,
})
