import type { Catalog } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import type { Host, RunContext } from '@/contract/run'
import type { Step } from '@/plan/types'
import type { Backend } from './backend'
import type { Pool } from './pool'

export interface ContextParts {
  step: Step
  pulse: Pulse
  seed: number
  catalog: Catalog
  pool: Pool
  host: Host
  backend: Backend
}

/**
 * What a step may use, wherever the engine runs.
 * @throws StepFailure `no-backend` for a step that needs tensors where there are none.
 */
export function makeContext({ step, pulse, seed, catalog, pool, host, backend }: ContextParts): RunContext {
  const needsTensors = step.stage === 'build' || step.stage === 'evaluate'
  if (backend.problem !== null && needsTensors) failStep({ kind: 'no-backend', reason: backend.problem })
  return {
    ...pulse,
    node: step.node,
    seed,
    backend: backend.name,
    catalog,
    trainAll: (jobs, onDone) => pool.trainAll(jobs, pulse, onDone),
    trainEach: (jobs, onDone) => pool.trainEach(jobs, pulse, onDone),
    host,
    ...(step.anyway && { anyway: step.anyway }),
  }
}
