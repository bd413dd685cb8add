import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { JsonObject } from '@/base/json'
import { answer } from './answer'
import { fakeEndpoint, infer } from './answer.fixture'

const input = (name: string, data: unknown[]) => ({ name, datatype: 'FP64', shape: [data.length], data })
const good = { id: 'r1', inputs: [input('age', [30, 40]), input('share', [0.25, 0.75])] }

describe('the endpoint', () => {
  it('answers class and probabilities of every row, whatever the order of the inputs', async () => {
    const { status, body } = await answer(infer(good), fakeEndpoint().sources)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      model_name: 'shop',
      model_version: '3',
      id: 'r1',
      outputs: [
        { name: 'prediction', data: ['no', 'yes'] },
        { name: 'probabilities', shape: [2, 2], data: [0.75, 0.25, 0.25, 0.75] },
      ],
    })
  })

  it('logs what it was asked, in the order of the contract, and what it said, but not its own checks', async () => {
    const endpoint = fakeEndpoint()
    await answer(infer({ ...good, parameters: { row_ids: ['a', 7] } }), endpoint.sources)
    await answer(infer(good, { check: true }), endpoint.sources)
    expect(endpoint.logged).toEqual([
      {
        at: 42,
        columns: ['share', 'age'],
        rows: [
          [0.25, 30],
          [0.75, 40],
        ],
        ids: ['a', '7'],
        answer: { version: 3, predictions: ['no', 'yes'], scores: [0.25, 0.75] },
        alias: 'champion',
        status: 200,
        ms: 0,
      },
    ])
  })

  it('describes the model with its inputs and outputs', async () => {
    const { status, body } = await answer(
      infer('', { method: 'GET', path: '/models/shop' }),
      fakeEndpoint().sources,
    )
    expect(status).toBe(200)
    expect(body).toMatchObject({
      versions: ['3'],
      inputs: [{ name: 'share', datatype: 'FP64' }, { name: 'age' }],
    })
  })

  const faults: [string, unknown, number, string | null][] = [
    ['broken JSON', '{', 400, null],
    ['a list instead of an object', [], 400, 'inputs'],
    ['no inputs', {}, 400, 'inputs'],
    ['a missing field', { inputs: [input('age', [1])] }, 400, 'share'],
    ['an extra field', { inputs: [...good.inputs, input('shoe', [1, 2])] }, 400, 'shoe'],
    ['a field given twice', { inputs: [...good.inputs, input('age', [1, 2])] }, 400, 'age'],
    ['fields of different length', { inputs: [input('age', [1]), input('share', [0.1, 0.2])] }, 400, 'share'],
    ['no rows', { inputs: [input('age', []), input('share', [])] }, 400, 'inputs'],
    ['too few names of rows', { ...good, parameters: { row_ids: ['a'] } }, 400, 'row_ids'],
    ['a row without a name', { ...good, parameters: { row_ids: ['a', null] } }, 422, 'row_ids'],
    ['a word where a number belongs', { inputs: [input('age', ['old']), input('share', [0.1])] }, 422, 'age'],
    [
      'a missing value that nothing fills',
      { inputs: [input('age', [null]), input('share', [0.1])] },
      422,
      'age',
    ],
    [
      'too many rows',
      { inputs: [input('age', Array(100_001).fill(1)), input('share', Array(100_001).fill(0.5))] },
      413,
      'inputs',
    ],
  ]
  it.each(faults)('refuses %s with a reason and the field', async (_what, body, status, field) => {
    const endpoint = fakeEndpoint()
    const reply = await answer(infer(body), endpoint.sources)
    expect(reply.status).toBe(status)
    expect(reply.body).toMatchObject({ field, error: expect.stringMatching(/\w{3,}/) })
    expect(endpoint.logged).toMatchObject([
      { status, field, rows: [], error: (reply.body as JsonObject).error },
    ])
  })

  it('names the rows of a batch that cannot be scored, so that the others can be asked again', async () => {
    const { sources } = fakeEndpoint()
    const inputs = [input('age', [30, null, 40, 50]), input('share', [0.1, 0.2, 0.3, null])]
    const { status, body } = await answer(infer({ inputs }), sources)
    expect(status).toBe(422)
    expect(body).toMatchObject({
      field: 'age',
      rows: [1, 3],
      error: expect.stringContaining('Row 2 (and 1 more)'),
    })
  })

  it.each([
    ['an unknown model', infer(good, { path: '/models/other/infer' }), 404],
    ['an unknown address', infer(good, { path: '/elsewhere' }), 404],
    ['a GET of infer', infer(good, { method: 'GET' }), 405],
    ['an address that is not well formed', infer(good, { path: '/models/%E0%A4%A' }), 400],
  ])('refuses %s', async (_what, request, status) => {
    expect((await answer(request, fakeEndpoint().sources)).status).toBe(status)
  })
})

describe('the endpoint, sent anything', () => {
  it('never fails on its own side, whatever it is sent', async () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.record({
        inputs: fc.array(
          fc.record({ name: fc.constantFrom('age', 'share', '__proto__'), data: fc.jsonValue() }),
        ),
      }),
    )
    await fc.assert(
      fc.asyncProperty(value, fc.webPath(), async (body, path) => {
        for (const request of [infer(body), infer(body, { path })]) {
          const { status } = await answer(request, fakeEndpoint().sources)
          expect([200, 400, 404, 405, 413, 422]).toContain(status)
        }
      }),
      { numRuns: 500 },
    )
  })
})
