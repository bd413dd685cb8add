import type { Json } from '@/base/json'
import { failStep } from '@/contract/errors'
import type { InferReply, RunContext } from '@/contract/run'
import { decideClasses, writeInputs } from '@/ml/inference/protocol'
import { scoreTable } from '@/ml/score'
import type { Model } from '@/values/model'
import { takeRows, type Table } from '@/values/table'
import type { EndpointPreview } from './preview'

export interface CheckInput {
  model: Model
  /** Asked by its number: it may be one that does not answer everybody. */
  version: number
  /** Rows of the raw table to ask with. */
  rows: Table
  context: RunContext
}

/** Rows in one request: each is made, sent and read well within the time that a step may keep silent. */
const chunk = 1000

/**
 * Asks the endpoint for rows that the workflow can predict itself, and compares scores and decisions. JSON keeps
 * every bit, so no difference is expected.
 */
export async function measureParity(name: string, input: CheckInput): Promise<EndpointPreview['parity']> {
  const { model, rows, context } = input
  let largest = 0
  let differentClasses = 0
  for (let start = 0; start < rows.rowCount; start += chunk) {
    context.progress({ share: 0.1 + (0.6 * start) / rows.rowCount, message: 'comparing answers' })
    const length = Math.min(chunk, rows.rowCount - start)
    const part = takeRows(
      rows,
      Int32Array.from({ length }, (_, i) => start + i),
    )
    const expected = await scoreTable(context.catalog, model, part, context)
    await context.breathe()
    const answered = readAnswer(await ask(name, part, input))
    largest = Math.max(largest, largestDifference(expected.values, answered.scores))
    if (model.classes.length > 0)
      differentClasses += countDifferent(decideClasses(model, expected), answered.classes)
    await context.breathe()
  }
  const equal = largest === 0 && differentClasses === 0
  return { rows: rows.rowCount, largest, differentClasses, equal }
}

function largestDifference(expected: Float64Array, answered: number[]): number {
  if (answered.length !== expected.length) {
    failStep({
      kind: 'endpoint',
      problem: `The endpoint answered ${answered.length} scores instead of ${expected.length}`,
      advice: 'Run again.',
    })
  }
  return expected.reduce((largest, value, i) => Math.max(largest, Math.abs(value - answered[i])), 0)
}

const countDifferent = (expected: string[], answered: string[]): number =>
  expected.reduce((count, name, i) => count + (name === answered[i] ? 0 : 1), 0)

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

async function ask(name: string, rows: Table, { model, version, context }: CheckInput): Promise<InferReply> {
  const reply = await context.host.infer(name, writeInputs(rows, model.contract), version)
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
  outputs: { name: string; data: unknown[] }[]
}

/** Scores (values for a regression) and the decided classes. */
function readAnswer({ body }: InferReply): { scores: number[]; classes: string[] } {
  const { outputs } = body as unknown as Answer
  const named = (wanted: string) => outputs.find(({ name }) => name === wanted)?.data
  const decided = named('prediction') ?? []
  return { scores: (named('probabilities') ?? decided) as number[], classes: decided as string[] }
}
