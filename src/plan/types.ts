import type { StageId } from '@/contract/stages'

/** Why the plan cannot run a node; a node may have several. */
export type PlanError = { node: string; port: string | null; sentence: string; advice: string } & (
  | { kind: 'unknown-type'; type: string }
  | { kind: 'newer-type'; type: string; version: number }
  | { kind: 'bad-parameter'; parameter: string }
  | { kind: 'missing-input' }
  | { kind: 'unknown-port' }
  | { kind: 'port-mismatch' }
  | { kind: 'too-many-wires' }
  | { kind: 'missing-node' }
  | { kind: 'cycle'; nodes: string[] }
  | { kind: 'not-backward' }
  | { kind: 'blocked'; by: string }
)

/** Where an input comes from, in the order of the wires. */
export interface StepInput {
  port: string
  many: boolean
  from: { node: string; port: string }[]
}

/** One node that can run. */
export interface Step {
  node: string
  type: string
  stage: StageId
  /** Hash of type, version, node, parameters, seed and the keys of the inputs: equal keys, equal results. */
  key: string
  /** Parsed, defaults filled in. */
  params: unknown
  inputs: StepInput[]
  /** The person wants it run, whatever it takes; it changes no result, so it is not part of the key. */
  anyway?: true
  /** It runs for the person only, never by itself. */
  onlyOnRun?: true
}

/** Steps in the order they run, and what keeps the other nodes from running. */
export interface Plan {
  /** The workflow that it was made of. */
  workflow?: { id: string; name: string }
  seed: number
  steps: Step[]
  errors: PlanError[]
  /** It runs by itself: steps that wait for the person are left out unless their results are known, with what needs them. */
  byItself?: true
}
