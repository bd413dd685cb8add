import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'deploy/endpoint',
  version: 1,
  stage: 'deploy',
  title: 'Endpoint',
  summary: 'Puts the model to work: it answers prediction requests under a name, inside this browser.',
  alsoCalled: ['serve', 'REST API', 'production', 'publish', 'inference', 'predict new rows', 'web service'],
  params: z.strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'use small letters, digits and hyphens, at most 63')
      .default('model')
      .meta({
        title: 'Name',
        help: 'Part of the address: v2/models/<name>/infer. Small letters, digits and hyphens.',
      }),
    as: z
      .enum(['champion', 'challenger', 'shadow'])
      .default('champion')
      .meta({
        title: 'Deploy as',
        options: {
          champion: 'Champion: it answers',
          challenger: 'Challenger: it answers a share',
          shadow: 'Shadow: asked, never heard',
        },
        help: 'A challenger proves itself on a share of the real requests; the answers of a shadow are only written down. The first version under a name is always the champion. Versions are promoted and rolled back in the results of this node.',
      }),
    share: z
      .int()
      .min(1)
      .max(100)
      .default(10)
      .meta({
        title: 'Share of the requests',
        unit: '%',
        showWhen: { param: 'as', in: ['challenger'] },
      }),
    requireMet: z.boolean().default(true).meta({
      title: 'Only when the objective is met',
      help: 'With an evaluation wired in, this model must reach the success threshold of the objective there, whichever model is the best. One that the evaluation did not judge is not deployed.',
    }),
  }),
  inputs: { model: 'model', evaluation: { kind: 'evaluation', optional: true } },
  outputs: { deployment: 'deployment' },
})
