import { describe } from '@/contract/errors'
import type { RowFaults } from '@/contract/faults'
import { stillPulse } from '@/contract/pulse'
import type { InferReply, LoggedAnswer, LoggedRequest } from '@/contract/run'
import { asError, columnOf, groupFaults } from '@/ml/faults'
import { loggedAnswer } from '@/ml/inference/logged'
import { writeOutputs } from '@/ml/inference/protocol'
import { readInputs } from '@/ml/inference/request'
import { scoreMarked } from '@/ml/score'
import type { Deployment } from '@/values/deployment'
import type { Table } from '@/values/table'
import { refusal } from './refusal'
import type { EndpointRequest, EndpointSources, Found } from './sources'

/** Answers a request for predictions, and writes down what was asked and answered, refused requests too. */
export async function infer(
  request: EndpointRequest,
  found: Found,
  sources: EndpointSources,
): Promise<InferReply> {
  const started = sources.now()
  const attempt = await attemptIt(request, found, sources)
  const ms = sources.now() - started
  if (!request.check)
    await sources.afterwards(async () => {
      const shadow = await askShadow(found, attempt.table, sources)
      await sources.log(
        found.deployment.name,
        entry(attempt, { at: started, ms, alias: found.alias, ...shadow }),
      )
    })
  return attempt.reply
}

interface Attempt {
  reply: InferReply
  /** Absent where the request was refused. */
  table?: Table
  logged: Pick<LoggedRequest, 'rows' | 'columns' | 'ids' | 'answer'>
}

async function attemptIt(
  { body }: EndpointRequest,
  { deployment }: Found,
  { catalog }: EndpointSources,
): Promise<Attempt> {
  const { model } = deployment
  try {
    const { table, id, logged } = readInputs(body, model.contract)
    const { faults, ...scores } = await scoreMarked(catalog, model, table, stillPulse)
    if (faults.size > 0) return refused(refuseRows(faults))
    const reply = { status: 200, body: writeOutputs(deployment, scores, id) }
    return { reply, table, logged: { ...logged, answer: loggedAnswer(deployment, scores) } }
  } catch (error) {
    return refused(refusal(error))
  }
}

const refused = (reply: InferReply): Attempt => ({ reply, logged: { rows: [], columns: [] } })

function entry(
  { reply, logged }: Attempt,
  more: Pick<LoggedRequest, 'at' | 'ms' | 'alias' | 'shadow'>,
): LoggedRequest {
  const { status, body } = reply
  const { error, field } = body as Pick<LoggedRequest, 'error' | 'field'>
  return { ...logged, ...more, status, ...(status === 200 ? {} : { error, field }) }
}

const errorOf = ({ body }: InferReply): string => (body as { error: string }).error

const mostRowsNamed = 100

/** A request is answered as a whole: it says which rows (from 0) to leave out or to correct, and the field of the first. */
function refuseRows(faults: RowFaults): InferReply {
  const rows = [...faults.keys()].sort((a, b) => a - b)
  const first = groupFaults(faults).find((group) => group.rows[0] === rows[0])!
  const { cause, advice } = describe(asError(first))
  const more = rows.length > 1 ? ` (and ${rows.length - 1} more)` : ''
  const body = {
    error: `Row ${rows[0] + 1}${more} cannot be scored. ${cause} ${advice}`,
    field: columnOf(first.fault),
    rows: rows.slice(0, mostRowsNamed),
  }
  return { status: 422, body }
}

/** The shadow never changes what a caller hears: where it cannot answer, the log says why. */
async function askShadow(
  { shadow }: Found,
  table: Table | undefined,
  sources: EndpointSources,
): Promise<Pick<LoggedRequest, 'shadow'>> {
  if (!shadow || !table) return {}
  return { shadow: await shadowAnswer(shadow, table, sources) }
}

async function shadowAnswer(
  shadow: Deployment,
  table: Table,
  { catalog }: EndpointSources,
): Promise<LoggedAnswer | { version: number; error: string }> {
  const { version, model } = shadow
  try {
    const { faults, ...scores } = await scoreMarked(catalog, model, table, stillPulse)
    if (faults.size === 0) return loggedAnswer(shadow, scores)
    return { version, error: errorOf(refuseRows(faults)) }
  } catch (error) {
    return { version, error: errorOf(refusal(error)) }
  }
}
