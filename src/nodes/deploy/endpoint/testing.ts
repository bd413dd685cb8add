import type { JsonObject } from '@/base/json'
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
  const deployments = new Map<string, Deployment>()
  const host: Host = {
    ...context.host,
    async deploy(name, model) {
      const deployment: Deployment = { kind: 'deployment', name, version: 1, deployedAt: 0, model }
      deployments.set(name, deployment)
      return deployment
    },
    infer: (name, body) =>
      answer(
        { method: 'POST', path: `/models/${name}/infer`, body: JSON.stringify(body), check: true },
        {
          catalog: context.catalog,
          find: async (wanted) => deployments.get(wanted) ?? null,
          log: async () => {},
          now: () => 0,
        },
      ),
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
