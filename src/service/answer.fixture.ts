import type { LoggedRequest } from '@/contract/run'
import type { Deployment } from '@/values/deployment'
import type { ContractField, Model } from '@/values/model'
import { firstRelease, versionInfo } from '@/values/release'
import type { EndpointRequest, EndpointSources } from './answer'

const field = (name: string, type: ContractField['type'], categories: string[] = []): ContractField => ({
  name,
  type,
  categories,
  minimum: null,
  maximum: null,
  typical: null,
})

/** A model of two numbers; its predictor answers the first of them as the probability of `yes`. */
export const model: Model = {
  fingerprint: 'f',
  task: 'binary',
  learner: { kind: 'learner', node: 'n', type: 'build/fake', version: 1, params: {} },
  target: 'bought',
  classes: ['no', 'yes'],
  positiveClass: 'yes',
  recipe: [],
  roles: [],
  features: ['share', 'age'],
  contract: [field('share', 'numeric'), field('age', 'numeric')],
  weights: {},
  baseline: [],
  threshold: 0.5,
  training: { rows: 1, seed: 1, backend: 'none', warnings: [] },
}

export interface FakeEndpoint {
  sources: EndpointSources
  logged: LoggedRequest[]
}

/** An endpoint with one deployment named `shop`, version 3. */
export function fakeEndpoint(deployed: Model = model): FakeEndpoint {
  const logged: LoggedRequest[] = []
  const deployment: Deployment = {
    kind: 'deployment',
    name: 'shop',
    version: 3,
    deployedAt: 0,
    model: deployed,
  }
  const predictor = {
    type: 'build/fake',
    predict: (_weights: unknown, x: { rows: number; columns: number; values: Float64Array }) => {
      const values = Float64Array.from({ length: x.rows * 2 }, (_, i) => {
        const share = x.values[(i >> 1) * x.columns]
        return i % 2 === 1 ? share : 1 - share
      })
      return { rows: x.rows, width: 2, values }
    },
  }
  const sources: EndpointSources = {
    catalog: { predictor: () => predictor, step: () => Promise.reject(new Error('no steps here')) as never },
    release: async (name) => (name === 'shop' ? firstRelease(versionInfo(deployment), name) : null),
    names: async () => ['shop'],
    version: async () => deployment,
    log: async (_name, request) => void logged.push(request),
    afterwards: (work) => work(),
    now: () => 42,
    chance: () => 0,
  }
  return { sources, logged }
}

export const infer = (body: unknown, change: Partial<EndpointRequest> = {}): EndpointRequest => ({
  method: 'POST',
  path: '/models/shop/infer',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  check: false,
  ...change,
})
