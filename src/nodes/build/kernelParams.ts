import { z } from 'zod'
import type { ShowWhen } from '@/contract/node'

/** How far a row reaches, in words of scikit-learn. */
export const gammaParam = (showWhen?: ShowWhen) =>
  z
    .enum(['scale', 'auto', 'number'])
    .default('scale')
    .meta({
      title: 'Reach of a row (gamma)',
      options: {
        scale: 'By features and their variance',
        auto: 'By the number of features',
        number: 'A number',
      },
      ...(showWhen ? { showWhen } : {}),
    })

export const gammaValueParam = (help: string) =>
  z
    .number()
    .min(1e-9)
    .max(1e6)
    .default(0.1)
    .meta({ title: 'Gamma', step: 0.01, showWhen: { param: 'gamma', in: ['number'] }, help })

/** When the search for the support vectors ends. */
export const solverParams = {
  tolerance: z.number().min(1e-9).max(0.1).default(1e-3).meta({
    title: 'Tolerance',
    group: 'Search',
    step: 1e-4,
    help: 'The search ends when it is this close to the optimum.',
  }),
  maxIterations: z.int().min(1).max(100_000_000).default(10_000_000).meta({
    title: 'Most iterations',
    group: 'Search',
    help: 'The search stops here even when it has not settled, and says so.',
  }),
}
