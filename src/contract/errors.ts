import { formatBytes, formatPlural } from '@/base/format'

/** Why a step could not give a result: data with a cause, from which one sentence is made by `describe`. */
export type StepError =
  | { kind: 'no-rows'; what: string }
  | { kind: 'too-few-rows'; what: string; needed: number; found: number }
  | { kind: 'unknown-column'; column: string; closest: string | null }
  | { kind: 'no-target' }
  | { kind: 'no-features' }
  | { kind: 'missing-values'; column: string; count: number }
  | { kind: 'not-numeric'; column: string }
  | { kind: 'not-finite'; column: string; row: number }
  | { kind: 'too-large'; column: string }
  | { kind: 'all-missing'; column: string }
  | { kind: 'missing-target'; column: string; count: number }
  | { kind: 'one-class'; column: string; className: string | null }
  | { kind: 'unseen-category'; column: string; category: string }
  | { kind: 'wrong-task'; task: string; needed: string }
  | { kind: 'parameter'; parameter: string; problem: string; advice: string }
  | { kind: 'diverged'; what: string; advice: string }
  | { kind: 'bad-file'; line: number | null; problem: string; advice: string }
  | { kind: 'file-not-here'; name: string }
  /** `what` is the file that is asked for; a data file when absent. */
  | { kind: 'no-file'; what?: string }
  /** Line and column in the text of the query, from 1; null where the database names no place. */
  | { kind: 'sql'; problem: string; line: number | null; column: number | null; advice: string }
  /**
   * Training would need more memory (bytes) or time (milliseconds, null where memory decides) than a tab should give
   * without asking; `sample` rows would do.
   */
  | { kind: 'too-much'; rows: number; features: number; bytes: number; ms: number | null; sample: number }
  | { kind: 'different-data'; problem: string; advice: string }
  | { kind: 'not-allowed'; what: string }
  | { kind: 'no-address' }
  /** The node wants to send requests to an origin that the person has not allowed to this workflow. */
  | { kind: 'needs-consent'; origin: string }
  /** The credential that a node names is not on this device, or was kept for another origin. */
  | { kind: 'no-credential'; origin: string }
  /** There was no answer, or none that may be used. */
  | { kind: 'network'; problem: string; advice: string }
  /** The server answered, and said no. `message` is its own. */
  | { kind: 'server'; origin: string; status: number; message: string }
  | { kind: 'endpoint'; problem: string; advice: string }
  | { kind: 'worker-lost'; reason: string }
  | { kind: 'no-backend'; reason: string }
  | { kind: 'cancelled' }
  | { kind: 'bug'; message: string }

/** Carries a `StepError` out of an algorithm; the engine turns it back into data at its one catch. */
export class StepFailure extends Error {
  readonly reason: StepError
  constructor(reason: StepError) {
    super(describe(reason).cause)
    this.name = 'StepFailure'
    this.reason = reason
  }
}

/** @throws StepFailure always. */
export function failStep(reason: StepError): never {
  throw new StepFailure(reason)
}

/** Kinds that only ask the person for what is not given yet: nothing went wrong. */
const questions: readonly StepError['kind'][] = [
  'no-file',
  'no-address',
  'needs-consent',
  'no-credential',
  'too-much',
]

/** Whether a step waits for the person rather than having failed. */
export const asksPerson = ({ kind }: StepError): boolean => questions.includes(kind)

/** What happened, and what to do about it; both are whole sentences in plain English. */
export interface Description {
  cause: string
  advice: string
}

function say(cause: string, advice: string): Description {
  return { cause, advice }
}

const refusal = ({ origin, status, message }: { origin: string; status: number; message: string }): string =>
  message.trim() === ''
    ? `${origin} answered with status ${status}.`
    : `${origin} answered with status ${status}: ${message.trim().replace(/[.\s]+$/, '')}.`

function adviceFor(status: number): string {
  if (status === 401 || status === 403)
    return 'Enter a credential that may read this, or ask who runs the server.'
  if (status === 404 || status === 410) return 'Check the address: there is nothing under it.'
  if (status === 429) return 'The server wants fewer requests: wait a while, then read again.'
  if (status >= 500) return 'The fault is on the server’s side: try again later, or tell who runs it.'
  return 'Correct the request, then read again.'
}

const placeIn = ({ line, column }: { line: number | null; column: number | null }): string =>
  line === null ? '' : `Line ${line}${column === null ? '' : `, character ${column}`}: `

function tooMuch({ rows, features, bytes, ms }: Extract<StepError, { kind: 'too-much' }>): string {
  const needs =
    ms === null
      ? `about ${formatBytes(bytes)} of memory, and a tab can hardly give more than 1.5 GB`
      : `about ${formatPlural(Math.round(ms / 60_000), 'minute')}, by a trial on a few of the rows`
  return `Training on ${formatPlural(rows, 'row')} of ${formatPlural(features, 'feature')} would take ${needs}. Nothing has been trained yet.`
}

const tooMuchAdvice = ({ sample }: Extract<StepError, { kind: 'too-much' }>): string =>
  `Use a sample of about ${formatPlural(sample, 'row')}, choose a quicker learner or smaller settings, or train on all rows anyway.`

/** Exhaustive by type: a new kind of error without its sentence does not compile. */
const sentences: { [K in StepError['kind']]: (error: Extract<StepError, { kind: K }>) => Description } = {
  'no-rows': (error) =>
    say(`There are no rows for ${error.what}.`, 'Check the split and the source of the data.'),
  'too-few-rows': (error) =>
    say(
      `${error.what} needs at least ${error.needed} rows, and there are ${error.found}.`,
      'Gather more rows, or choose a smaller setting.',
    ),
  'unknown-column': (error) =>
    say(
      `There is no column named “${error.column}”.`,
      error.closest === null ? 'Choose a column that is in the data.' : `Did you mean “${error.closest}”?`,
    ),
  'no-target': () =>
    say(
      'No target column is chosen.',
      'Name it in an Objective node that is wired to the data, or give a column the role target in Select columns.',
    ),
  'no-features': () =>
    say('No column is left to learn from.', 'Give at least one column the role feature in Select columns.'),
  'missing-values': (error) =>
    say(
      `Column “${error.column}” has ${error.count} missing ${error.count === 1 ? 'value' : 'values'}.`,
      'Add a Fill missing values node before this one.',
    ),
  'not-numeric': (error) =>
    say(
      `Column “${error.column}” holds words, and this step needs numbers.`,
      'Add an Encode categories node before this one, or ignore the column in Select columns.',
    ),
  'not-finite': (error) =>
    say(
      `Column “${error.column}” holds an infinite value in row ${error.row + 1}.`,
      'Correct the value in the source, or ignore the column.',
    ),
  'too-large': (error) =>
    say(
      `The numbers in column “${error.column}” are too large to calculate with.`,
      'Change the unit in the source, or ignore the column in Select columns.',
    ),
  'all-missing': (error) =>
    say(
      `Column “${error.column}” has no value in any row that may be learned from.`,
      'Ignore the column in Select columns, or fill it with a constant.',
    ),
  'missing-target': (error) =>
    say(
      `The target “${error.column}” is missing in ${error.count} rows.`,
      'Choose another target, or remove these rows from the source.',
    ),
  'one-class': (error) =>
    say(
      `The target “${error.column}” has only one class${error.className === null ? '' : `, “${error.className}”`}.`,
      'A classifier needs rows of at least two classes: check the target and the split.',
    ),
  'unseen-category': (error) =>
    say(
      `Column “${error.column}” has the category “${error.category}”, which was not seen in training.`,
      'Choose “Ignore” for unseen categories, or add rows that have it.',
    ),
  'wrong-task': (error) =>
    say(
      `This step is for ${error.needed}, and the task is ${error.task}.`,
      'Choose another step, or change the task in the Objective node.',
    ),
  parameter: (error) => say(`${error.parameter}: ${error.problem}.`, error.advice),
  diverged: (error) => say(`${error.what} did not settle: its values grew without bound.`, error.advice),
  'bad-file': (error) =>
    say(`${error.line === null ? '' : `Line ${error.line}: `}${error.problem}.`, error.advice),
  'file-not-here': (error) =>
    say(`The file “${error.name}” is not on this device.`, 'Choose the file again in this node.'),
  'no-file': ({ what = 'a CSV, TSV, JSON or Parquet file, or drop one on the canvas' }) =>
    say('No file is chosen yet.', `Choose ${what}.`),
  sql: (error) => say(`${placeIn(error)}${error.problem}.`, error.advice),
  'too-much': (error) => say(tooMuch(error), tooMuchAdvice(error)),
  'different-data': (error) => say(`${error.problem}.`, error.advice),
  'not-allowed': (error) =>
    say(`${error.what} is not allowed yet.`, 'Allow it in the banner above the canvas.'),
  'no-address': () => say('No address is given yet.', 'Write the address of the data in this node.'),
  'needs-consent': (error) =>
    say(
      `Nothing has been sent: this workflow may not yet send requests to ${error.origin}.`,
      'Allow it if you trust that server with what this node asks for. The permission stays on this device.',
    ),
  'no-credential': (error) =>
    say(
      `The credential for ${error.origin} is not on this device.`,
      'Enter it in this node. It stays on this device, and goes to that server only.',
    ),
  network: (error) => say(`${error.problem}.`, error.advice),
  server: (error) => say(refusal(error), adviceFor(error.status)),
  endpoint: (error) => say(`${error.problem}.`, error.advice),
  'worker-lost': (error) =>
    say(`The computation stopped: ${error.reason}.`, 'Your work is safe. Press Run to try again.'),
  'no-backend': (error) =>
    say(
      `TensorFlow.js could not start here: ${error.reason}.`,
      'Use a current version of Chrome, Edge, Firefox or Safari.',
    ),
  cancelled: () => say('Cancelled.', 'Press Run to start again.'),
  bug: (error) =>
    say(
      `This step met an error of ours: ${error.message}.`,
      'Your work is safe. Please report it with the workflow file.',
    ),
}

export function describe(error: StepError): Description {
  return (sentences[error.kind] as (error: StepError) => Description)(error)
}
