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
    requireMet: z.boolean().default(true).meta({
      title: 'Only when the objective is met',
      help: 'With an evaluation wired in, this model must reach the success threshold of the objective there, whichever model is the best. One that the evaluation did not judge is not deployed.',
    }),
  }),
  inputs: { model: 'model', evaluation: { kind: 'evaluation', optional: true } },
  outputs: { deployment: 'deployment' },
})
