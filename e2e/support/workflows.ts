import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Workflow } from '../../src/document/schema'
import { button } from './app'

const root = resolve(import.meta.dirname, '../..')

export const exampleText = (id: string): string =>
  readFileSync(resolve(root, `public/workflows/${id}.json`), 'utf8')

export const fixtureText = (name: string): string =>
  readFileSync(resolve(root, `src/document/fixtures/${name}`), 'utf8')

/** Gives the app a file as a person does who picks it after pressing Open. */
export const openText = (page: Page, text: string, name = 'workflow.json'): Promise<void> =>
  page.getByLabel('File to open').setInputFiles({
    name,
    mimeType: name.endsWith('.csv') ? 'text/csv' : 'application/json',
    buffer: Buffer.from(text),
  })

/** Presses Save and reads the file. */
export async function saveText(page: Page): Promise<string> {
  const download = page.waitForEvent('download')
  await button(page, 'Save').click()
  return readFileSync(await (await download).path(), 'utf8')
}

/** Data that travels inside a workflow. */
export function fileOf(name: string, text: string): Workflow['files'][number] {
  const bytes = Buffer.from(text)
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  return { hash, name, size: bytes.length, content: bytes.toString('base64url') }
}

interface Sketch {
  name: string
  /** Node id → type, title and parameters. */
  nodes: Record<string, { type: string; title?: string; params?: Record<string, unknown> }>
  /** `from.port to.port`. */
  wires: string[]
  feedback?: Workflow['feedback']
  notes?: Workflow['notes']
  files?: Workflow['files']
}

/** The text of a workflow file, its nodes in rows of four. */
export function workflowText({ name, nodes, wires, feedback = [], notes = [], files = [] }: Sketch): string {
  return JSON.stringify({
    format: 'stagecraft/workflow',
    version: 1,
    id: 'made-elsewhere',
    name,
    seed: 5,
    nodes: Object.entries(nodes).map(([id, { type, title = '', params = {} }], at) => ({
      id,
      type,
      typeVersion: 1,
      title,
      params,
      position: { x: (at % 4) * 270, y: Math.floor(at / 4) * 180 },
    })),
    wires: wires.map((text, at) => {
      const [from, to] = text.split(' ').map((end) => end.split('.'))
      return { id: `w${at}`, from: { node: from[0], port: from[1] }, to: { node: to[0], port: to[1] } }
    }),
    feedback,
    notes,
    files,
  })
}

/** Text that cannot be compressed, the same every time. */
export function noise(length: number): string {
  let state = 1
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return String.fromCharCode(48 + ((state >>> 16) % 75))
  }).join('')
}

/** Rows of two measurements and a label; `shift` moves the measurements away from those of the training. */
export function measurements(rows: number, shift = 0): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const wave = Math.sin(i * 12.9898) * 43758.5453
    const noise = wave - Math.floor(wave)
    const tall = i % 2 === 0
    return [
      tall ? 'oak' : 'birch',
      ((tall ? 8 : 5) + 4 * noise + shift).toFixed(3),
      (noise * 10 + (i % 7) + shift).toFixed(3),
    ]
  })
  return ['tree,height,girth', ...lines.map((line) => line.join(','))].join('\n') + '\n'
}

/** Trees from a file, told apart by a model that is tested on rows it has not seen. */
export function treesSketch(): Sketch {
  const file = fileOf('trees.csv', measurements(120))
  const { hash, name, size } = file
  return {
    name: 'Trees',
    nodes: {
      goal: { type: 'problem/objective', params: { task: 'binary', target: 'tree', positiveClass: 'oak' } },
      data: { type: 'gather/file', title: 'Reference', params: { file: { hash, name, size } } },
      split: { type: 'prepare/split', params: { method: 'stratified', test: 30 } },
      model: { type: 'build/logistic-regression' },
      test: { type: 'evaluate/holdout' },
    },
    wires: [
      'goal.objective data.objective',
      'data.data split.data',
      'split.data model.data',
      'model.model test.models',
    ],
    files: [file],
  }
}
