import type { InferReply } from '@/contract/run'
import type { Alias } from '@/values/deployment'
import type { EndpointPreview } from './preview'

/** What the endpoint of this browser holds under the name of a result. */
export type Answering =
  | { kind: 'this' }
  /** It is there, but another version answers. */
  | { kind: 'kept'; alias: 'challenger' | 'shadow' | null; champion: number }
  /** E.g. on a first visit: the result is a recorded one. */
  | { kind: 'nothing' }
  | { kind: 'another'; version: string; workflow: string | null }
  | { kind: 'unreachable'; reason: string }

interface Metadata {
  release?: {
    champion: number
    versions: { version: number; alias: Alias | null; deployed_at: number; workflow: string | null }[]
  }
  error?: string
}

/** Reads the endpoint's own description of the model, and holds it against the result that is shown. */
export function whatAnswers(
  { status, body }: InferReply,
  { version, deployedAt }: Pick<EndpointPreview, 'version' | 'deployedAt'>,
): Answering {
  const { release, error } = (body ?? {}) as Metadata
  if (status === 404) return { kind: 'nothing' }
  if (status !== 200 || !release) return { kind: 'unreachable', reason: error ?? `status ${status}` }
  const { champion, versions } = release
  const own = versions.find((one) => one.version === version && one.deployed_at === deployedAt)
  if (own?.alias === 'champion') return { kind: 'this' }
  if (own) return { kind: 'kept', alias: own.alias, champion }
  const running = versions.find((one) => one.version === champion)
  return { kind: 'another', version: String(champion), workflow: running?.workflow ?? null }
}

/** What a person should know before they ask; null when the endpoint holds what is shown. */
export function answeringText(answering: Answering, name: string): { cause: string; advice: string } | null {
  if (answering.kind === 'this') return null
  if (answering.kind === 'kept')
    return {
      cause: `Version ${answering.champion} answers under “${name}”; the one that is shown here is ${useOf(answering.alias)}.`,
      advice: 'Versions says which answers, and lets you promote this one.',
    }
  if (answering.kind === 'nothing')
    return {
      cause: `These figures are of a recorded run: nothing answers under “${name}” in this browser yet.`,
      advice: 'Press Run to start the endpoint here.',
    }
  if (answering.kind === 'unreachable')
    return { cause: `The endpoint cannot be reached: ${answering.reason}.`, advice: 'Reload the page.' }
  const of = answering.workflow === null ? '' : ` of the workflow “${answering.workflow}”`
  return {
    cause: `Under “${name}” version ${answering.version}${of} answers now, not the one that is shown here.`,
    advice: 'Press Run to deploy this one, under a name of its own if both are needed.',
  }
}

const useOf = (alias: 'challenger' | 'shadow' | null): string =>
  alias === null ? 'kept, to go back to' : `its ${alias}`
