import { describe, expect, it } from 'vitest'
import type { Json } from '@/base/json'
import type { ContractField } from '@/values/model'
import { readAnswer, requestFor, typicalTexts } from './askRequest'
import { curlSnippet } from './snippetText'

const field = (
  name: string,
  type: ContractField['type'],
  typical: number | string | null,
): ContractField => ({
  name,
  type,
  typical,
  categories: [],
  minimum: null,
  maximum: null,
})

const contract = [
  field('Mass', 'numeric', 3750),
  field('Island', 'categorical', 'Dream'),
  field('Seen', 'datetime', 0),
]

describe('the form of an endpoint', () => {
  it('starts with a typical row', () => {
    expect(typicalTexts(contract)).toEqual(['3750', 'Dream', '1970-01-01'])
  })

  it('sends empty fields as missing, numbers as numbers, and wrong texts as they are', () => {
    const { inputs } = requestFor(contract, ['', 'Biscoe', '2026-01-01'])
    expect(inputs).toMatchObject([{ data: [null] }, { data: ['Biscoe'] }, { data: ['2026-01-01'] }])
    expect(requestFor(contract, ['heavy', '', '']).inputs).toMatchObject([
      { data: ['heavy'] },
      { data: [null] },
      {},
    ])
  })

  it('shows the prediction with the share of every class', () => {
    const outputs = [
      { name: 'prediction', data: ['yes'] },
      { name: 'probabilities', data: [0.2, 0.8], parameters: { classes: ['no', 'yes'] } },
    ]
    const shares = [
      { name: 'no', share: 0.2 },
      { name: 'yes', share: 0.8 },
    ]
    expect(readAnswer(200, { outputs } as unknown as Json)).toEqual({
      kind: 'value',
      prediction: 'yes',
      shares,
    })
  })

  it('shows why a request was refused, at its field', () => {
    const body = { error: 'Row 1 of input “Mass” must be a number or null', field: 'Mass' }
    expect(readAnswer(422, body)).toEqual({ kind: 'refused', status: 422, reason: body.error, field: 'Mass' })
  })

  it('writes a cURL command that a shell reads back as the same JSON', () => {
    expect(curlSnippet('http://x/', { name: "it's" })).toContain(`-d '{"name":"it'\\''s"}'`)
  })
})
