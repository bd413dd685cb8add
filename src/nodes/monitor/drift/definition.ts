import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'monitor/drift',
  version: 1,
  stage: 'monitor',
  title: 'Drift',
  summary:
    'Compares new data with the training data, column by column, and raises an alert when too much has shifted.',
  alsoCalled: [
    'data drift',
    'concept drift',
    'monitoring',
    'PSI',
    'distribution shift',
    'Kolmogorov Smirnov',
  ],
  params: z.strictObject({
    psiThreshold: z.number().min(0).max(10).default(0.2).meta({
      title: 'PSI threshold',
      group: 'Column',
      help: 'Size of a shift from which a column counts: below 0.1 is stable, above 0.2 usually called a shift.',
      step: 0.05,
    }),
    significance: z.number().gt(0).lt(1).default(0.05).meta({
      title: 'Significance level',
      group: 'Column',
      help: 'Chance of any false alarm among all columns together: p-values are corrected after Holm.',
      step: 0.01,
    }),
    rule: z
      .enum(['both', 'psi', 'test'])
      .default('both')
      .meta({
        title: 'A column has drifted when',
        group: 'Column',
        options: {
          both: 'PSI and test both say so',
          psi: 'PSI reaches its threshold',
          test: 'the test is significant',
        },
      }),
    alertShare: z.number().gt(0).max(1).default(0.3).meta({
      title: 'Alert from',
      group: 'Alert',
      help: 'Share of drifted columns, from 0 to 1, at which the whole batch raises an alert.',
      step: 0.05,
    }),
  }),
  inputs: {
    source: { kind: ['deployment', 'model'], title: 'Deployment or model' },
    data: { kind: 'dataset', optional: true, title: 'New data' },
  },
  outputs: { monitoring: 'monitoring' },
})
