import { describe, expect, it } from 'vitest'
import type { Json, JsonObject } from '@/base/json'
import { StepFailure } from '@/contract/errors'
import type { AnyDefinition, ParamMeta } from '@/contract/node'
import type { Role } from '@/values/dataset'
import { codedColumn, numberColumn, type Table } from '@/values/table'
import { definitions } from '../definitions'
import { pythons } from '../pythons'
import { runs } from '../runs'
import { datasetOf, runNode } from './testing'

const size = 30
const every = <T>(make: (row: number) => T) => Array.from({ length: size }, (_, row) => make(row))
const table: Table = {
  rowCount: size,
  columns: [
    numberColumn(
      'length',
      every((row) => (row * 7) % 31),
    ),
    numberColumn(
      'width',
      every((row) => (row * 13) % 29),
    ),
    codedColumn(
      'kind',
      every((row) => (row % 3 ? 'a' : 'b')),
    ),
    codedColumn(
      'note',
      every((row) => `note ${row}`),
      'text',
    ),
    numberColumn(
      'price',
      every((row) => row),
    ),
  ],
}
const data = datasetOf(table, { roles: new Map<string, Role>([['price', 'target']]) })

/** Whether a list of columns takes rules: a rule is valid there. */
const rulesFit = ({ params }: AnyDefinition, name: string) =>
  params.safeParse({ [name]: [{ pattern: '*' }] }).success

/** What judges a model is no step that changes columns. */
const steps = [...definitions.values()].filter(({ inputPorts }) =>
  inputPorts.every(({ kinds }) => !kinds.includes('model')),
)
const lists = steps.flatMap((definition) =>
  Object.entries(definition.params.shape).flatMap(([name, schema]) =>
    (schema.meta() as ParamMeta | undefined)?.widget === 'columns' && rulesFit(definition, name)
      ? [{ type: definition.type, name, definition }]
      : [],
  ),
)

it('the preparation steps that change columns take rules', () => {
  const types = lists.map(({ type }) => type.replace('prepare/', ''))
  expect(types).toEqual(
    expect.arrayContaining(['impute', 'encode', 'scale', 'bin', 'pca', 'outliers', 'text']),
  )
})

describe.each(lists)('$type, $name', ({ type, name, definition }) => {
  const run = (choices: Json[]) =>
    runNode(definition, runs.get(type)!, { data, params: { [name]: choices } as JsonObject }).catch(
      (error: unknown) => {
        if (error instanceof StepFailure && error.reason.kind !== 'bug') return error
        throw error
      },
    )

  it('changes nothing by a rule that catches nothing, and says so', async () => {
    const outcome = await run([{ pattern: 'nothing*' }])
    if (outcome instanceof StepFailure) return expect(outcome.message).toMatch(/none|no /i)
    expect(outcome.outputs.data.table).toEqual(table)
    expect(outcome.warnings?.map(({ text }) => text)).toContain(
      'The rule “named nothing*” catches no feature now. It stays, for columns that come later.',
    )
  })

  it('never lets a rule reach the target', async () => {
    const outcome = await run([{ pattern: '*' }])
    if (outcome instanceof StepFailure || !/impute|scale|bin|outliers|encode/.test(type)) return
    const target = outcome.outputs.data.table.columns.find((column) => column.name === 'price')
    expect(target).toEqual(table.columns[4])
  })

  it('is looked up in the exported program too', () => {
    const params = definition.params.parse({ [name]: ['kind', { type: 'numeric' }, { pattern: 'le*' }] })
    const fragment = pythons.get(type)!.sklearn({
      params,
      node: 'n',
      title: 'Step',
      seed: 1,
      inputs: { data: ['data'] },
      inputNodes: { data: ['m'] },
      outputs: { data: 'made' },
      objective: {
        task: null,
        target: null,
        positiveClass: null,
        metric: null,
        threshold: null,
        costFalsePositive: 1,
        costFalseNegative: 1,
      },
    })
    expect(fragment.lines.join('\n')).toContain('ChosenColumns(["kind"], types=["numeric"], patterns=["le*"]')
    expect(fragment.helpers).toContain('chosen_columns')
  })
})
