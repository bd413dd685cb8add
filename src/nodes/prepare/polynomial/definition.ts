import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/polynomial',
  version: 1,
  stage: 'prepare',
  title: 'Products and powers',
  summary: 'Adds products and powers of numbers, so that a linear model can bend and combine them.',
  alsoCalled: ['polynomial features', 'interactions', 'interaction terms', 'squares', 'PolynomialFeatures'],
  params: z.strictObject({
    degree: z
      .int()
      .min(2)
      .max(3)
      .default(2)
      .meta({ title: 'Factors at most', help: '2 makes products of two, 3 also those of three.' }),
    interactions: z.boolean().default(false).meta({
      title: 'Interactions only',
      help: 'Products of different columns, no powers.',
    }),
    columns: columnsParam({
      title: 'Columns',
      help: 'None chosen means every feature that is a number.',
      takes: ['numeric'],
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
