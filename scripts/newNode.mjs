/** Starts a node type: `npm run new:node prepare/my-step` writes the folder that the contract suite then finds. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'

const type = process.argv[2] ?? ''
const [stage, name] = type.split('/')
const stages = ['problem', 'gather', 'prepare', 'build', 'evaluate', 'deploy', 'monitor']
const folder = `src/nodes/${type}`

if (!stages.includes(stage) || !/^[a-z][a-z0-9-]*$/.test(name ?? ''))
  stop(`Give a type such as prepare/my-step; stages are ${stages.join(', ')}.`)
if (existsSync(folder)) stop(`${folder} exists already.`)

const title = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
mkdirSync(folder, { recursive: true })
for (const [file, text] of Object.entries(files())) writeFileSync(`${folder}/${file}`, text)
console.log(
  `Wrote ${Object.keys(files()).join(', ')} in ${folder}. Fill in summary, explain and the run, then: npx vitest run src/nodes`,
)

function files() {
  const python = `import { definePython } from '@/contract/python'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ inputs, outputs }) => ({ lines: [\`\${outputs.data} = \${inputs.data[0]}\`] }),
})
`
  const explain = `import type { Explanation } from '@/contract/explanation'

export default {
  does: 'What the step does.',
  when: 'When to use it.',
  pitfalls: 'What goes wrong.',
} satisfies Explanation
`
  return {
    'definition.ts': definitionText(),
    'explain.ts': explain,
    'run.ts': runText(),
    'python.ts': python,
  }
}

function definitionText() {
  return `import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: '${type}',
  version: 1,
  stage: '${stage}',
  title: '${title}',
  summary: 'One sentence for the palette.',
  params: z.strictObject({}),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
`
}

function runText() {
  return `import { formatShape } from '@/base/format'
import { defineRun } from '@/contract/run'
import definition from './definition'

export default defineRun(definition, async ({ inputs }) => {
  const { table } = inputs.data
  return { outputs: { data: inputs.data }, preview: {}, figure: formatShape(table.rowCount, table.columns.length) }
})
`
}

function stop(sentence) {
  console.error(sentence)
  process.exit(1)
}
