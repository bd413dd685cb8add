import type { Json } from '@/base/json'
import { failStep } from '@/contract/errors'
import type { InferReply, RunContext } from '@/contract/run'
import { writeInputs } from '@/ml/inference/protocol'
import { scoreTable } from '@/ml/score'
import type { Model } from '@/values/model'
import { takeRows, type Table } from '@/values/table'
import type { EndpointPreview } from './preview'

export interface CheckInput {
  model: Model
  /** Rows of the raw table to ask with. */
  rows: Table
  context: RunContext
}

/** Asks the endpoint for rows that the workflow can predict itself; JSON keeps every bit, so 0 is expected. */
export async function measureParity(
  name: string,
  { model, rows, context }: CheckInput,
): Promise<EndpointPreview['parity']> {
  const expected = scoreTable(context.catalog, model, rows).values
  const answered = readScores(await ask(name, rows, { model, rows, context }))
  if (answered.length !== expected.length) {
    return failStep({
      kind: 'endpoint',
      problem: `The endpoint answered ${answered.length} scores instead of ${expected.length}`,
      advice: 'Run again.',
    })
  }
  let largest = 0
  expected.forEach((value, i) => (largest = Math.max(largest, Math.abs(value - answered[i]))))
  return { rows: rows.rowCount, largest, equal: largest === 0 }
}

const latencyRequests = 40

/** Times requests of one row, one after the other; percentiles by nearest rank. */
export async function measureLatency(name: string, input: CheckInput): Promise<EndpointPreview['latency']> {
  const times: number[] = []
  for (let i = 0; i < latencyRequests; i++) {
    const row = takeRows(input.rows, [i % input.rows.rowCount])
    const start = performance.now()
    await ask(name, row, input)
    times.push(performance.now() - start)
    await input.context.breathe()
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.ceil(share * times.length) - 1]
  return { p50: at(0.5), p95: at(0.95), requests: times.length }
}

async function ask(name: string, rows: Table, { model, context }: CheckInput): Promise<InferReply> {
  const reply = await context.host.infer(name, writeInputs(rows, model.contract))
  if (reply.status !== 200) {
    failStep({
      kind: 'endpoint',
      problem: `The endpoint answered ${reply.status}: ${errorText(reply.body)}`,
      advice: 'Reload the page and run again.',
    })
  }
  return reply
}

function errorText(body: Json): string {
  return typeof body === 'object' && body !== null && !Array.isArray(body) && typeof body.error === 'string'
    ? body.error
    : 'no reason given'
}

interface Answer {
  outputs: { name: string; data: number[] }[]
}

function readScores({ body }: InferReply): number[] {
  const { outputs } = body as unknown as Answer
  const scores = outputs.find((output) => output.name === 'probabilities') ?? outputs[0]
  return scores.data
}
