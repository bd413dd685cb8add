import type { JsonObject } from '@/base/json'
import { inferRequest } from '@/contract/inference'
import { MemoryReleases } from '@/contract/memoryReleases'
import type { Host, RunContext, StepOutcome } from '@/contract/run'
import type { PortSpecs } from '@/contract/port'
import type { Deployment } from '@/values/deployment'
import type { Evaluation } from '@/values/evaluation'
import type { ModelValue } from '@/values/model'
import type { Objective } from '@/values/objective'
import type { Answer } from '../../contract.fixture'
import { runNode, testContext } from '../../evaluate/testing'
import holdoutDefinition from '../../evaluate/holdout/definition'
import holdout from '../../evaluate/holdout/run'
import definition from './definition'
import type { EndpointPreview } from './preview'
import run from './run'

/** A context whose endpoints really answer, in this thread; what answers lies in a higher layer and is brought along. */
export function contextWithEndpoint(answer: Answer, more: Partial<Host> = {}): RunContext {
  const context = testContext()
  const memory = new MemoryReleases(() => 0)
  const host: Host = {
    ...context.host,
    deploy: (name, model, placement) => memory.deploy(name, model, placement),
    infer: (name, body, version) =>
      answer(inferRequest(name, body, version), memory.sources(context.catalog)),
    ...more,
  }
  return { ...context, host }
}

export type Deployed = StepOutcome<PortSpecs, EndpointPreview> & { outputs: { deployment: Deployment } }

export async function deploy(
  inputs: { model: ModelValue; evaluation?: Evaluation },
  context: RunContext,
  params: JsonObject = {},
): Promise<Deployed> {
  return (await runNode<EndpointPreview>([definition, run], inputs, params, context)) as Deployed
}

export async function evaluationOf(models: ModelValue[], threshold = 0.5): Promise<Evaluation> {
  const { outputs } = await runNode([holdoutDefinition, holdout], { models }, { threshold })
  return outputs.evaluation as unknown as Evaluation
}

/** The same model under another objective. */
export const under = (value: ModelValue, objective: Objective | null): ModelValue => ({
  ...value,
  dataset: { ...value.dataset, objective },
})
