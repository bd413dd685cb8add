import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'evaluate/residuals',
  version: 1,
  stage: 'evaluate',
  title: 'Residuals',
  summary: 'Shows how far predicted numbers lie from the truth, and whether there is a pattern in it.',
  alsoCalled: [
    'residual plot',
    'Q-Q plot',
    'scale-location',
    'heteroscedasticity',
    'Breusch-Pagan',
    'Durbin-Watson',
    'regression diagnostics',
  ],
  params: z.strictObject({
    order: z.string().max(1000).default('').meta({
      title: 'In the order of',
      widget: 'column',
      help: 'Rows that have an order are asked whether neighbours err alike. Empty means the column with the role time.',
    }),
  }),
  inputs: {
    model: 'model',
    data: { kind: 'dataset', optional: true, title: 'Test data' },
  },
  outputs: {},
})
