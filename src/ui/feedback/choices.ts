import type { Json } from '@/base/json'
import type { StageId } from '@/contract/stages'
import type { FeedbackRule } from '@/document/schema'

type WhenKind = FeedbackRule['when']['kind']
type ThenKind = FeedbackRule['then']['kind']

export const whenTitles: Record<WhenKind, string> = {
  'objective-not-met': 'the objective is not met',
  'metric-below': 'a metric is worse than a value',
  'drift-found': 'drift is found',
  'performance-fell': 'performance fell',
}

export const thenTitles: Record<ThenKind, string> = {
  'set-parameter': 'try the next value of a parameter',
  'append-data': 'add the monitored rows to the source',
  propose: 'only propose what to do',
}

const inputs: Record<StageId, WhenKind[]> = {
  problem: [],
  gather: [],
  prepare: [],
  build: [],
  evaluate: ['objective-not-met', 'metric-below'],
  deploy: [],
  monitor: ['drift-found', 'performance-fell', 'metric-below'],
}

/** Conditions that a node of the stage can judge; the one in use stays in the list. */
export const whenKinds = (stage: StageId | undefined, used: WhenKind): WhenKind[] => [
  ...new Set([...(stage ? inputs[stage] : []), used]),
]

/** Rows can only be added to a source. */
export const thenKinds = (stage: StageId | undefined, used: ThenKind): ThenKind[] => [
  ...new Set<ThenKind>([
    ...(stage === 'gather' ? (['append-data'] as const) : []),
    'set-parameter',
    'propose',
    used,
  ]),
]

export function newWhen(kind: WhenKind): FeedbackRule['when'] {
  return kind === 'metric-below' ? { kind, metric: 'accuracy', value: 0.8 } : { kind }
}

export function newThen(kind: ThenKind): FeedbackRule['then'] {
  if (kind === 'set-parameter') return { kind, parameter: '', values: [] }
  return kind === 'propose' ? { kind, advice: '' } : { kind }
}

/** Values parted by commas, each a number, true, false or a word. */
export function parseValues(text: string): Json[] {
  const parts = text.split(',').map((part) => part.trim())
  return parts.filter((part) => part !== '').map(parseValue)
}

function parseValue(text: string): Json {
  if (text === 'true' || text === 'false') return text === 'true'
  const number = Number(text)
  return Number.isFinite(number) ? number : text
}

export const valuesText = (values: Json[]): string =>
  values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(', ')
