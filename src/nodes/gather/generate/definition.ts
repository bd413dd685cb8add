import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'gather/generate',
  version: 1,
  stage: 'gather',
  title: 'Generate data',
  summary:
    'Draws a table whose truth is known: customers who leave, shapes, surfaces, rare classes, a world that changes.',
  alsoCalled: ['synthetic data', 'simulate', 'make data', 'blobs', 'moons', 'random data'],
  params: z.strictObject({
    dataset: z
      .enum([
        'churn',
        'imbalanced',
        'blobs',
        'moons',
        'circles',
        'spirals',
        'linear',
        'interaction',
        'friedman1',
        'friedman2',
        'friedman3',
      ])
      .default('churn')
      .meta({
        title: 'What to draw',
        options: {
          churn: 'Customers: who leaves',
          imbalanced: 'A rare class in a common one',
          blobs: 'Blobs: three clouds',
          moons: 'Moons: two half circles',
          circles: 'Circles: one inside the other',
          spirals: 'Spirals: two arms',
          linear: 'Plane: a number from three',
          interaction: 'Plane with an interaction',
          friedman1: 'Friedman 1: ten features, five count',
          friedman2: 'Friedman 2: a bent surface',
          friedman3: 'Friedman 3: an angle',
        },
      }),
    rows: z.int().min(1).max(200_000).default(1000).meta({ title: 'Rows' }),
    noise: z.number().min(0).max(1000).default(0.1).meta({
      title: 'Noise',
      help: 'Standard deviation of what chance adds to each point or answer; for customers, to the log odds of leaving.',
      step: 0.05,
    }),
    share: z
      .number()
      .min(0.1)
      .max(50)
      .default(5)
      .meta({ title: 'Rare class', unit: '%', showWhen: { param: 'dataset', in: ['imbalanced'] } }),
    missing: z
      .number()
      .min(0)
      .max(50)
      .default(5)
      .meta({
        title: 'Missing values',
        unit: '%',
        help: 'In the columns where values get lost. The survey is answered less often still.',
        showWhen: { param: 'dataset', in: ['churn'] },
      }),
    drift: z
      .enum(['none', 'values', 'relation'])
      .default('none')
      .meta({
        title: 'Change over time',
        options: {
          none: 'None',
          values: 'Values move',
          relation: 'Answers lose their reason',
        },
        help: 'Adds a column “time” over one year. The change grows from nothing at the first row.',
      }),
    moved: z
      .number()
      .min(0)
      .max(100)
      .default(1)
      .meta({
        title: 'Moved by',
        unit: 'SD',
        help: 'Standard deviations by which every number has moved at the last row.',
        showWhen: { param: 'drift', in: ['values'] },
        step: 0.25,
      }),
    lost: z
      .number()
      .min(0)
      .max(100)
      .default(50)
      .meta({
        title: 'Answers lost',
        unit: '%',
        help: 'Share of the answers at the last row that are those of some other row.',
        showWhen: { param: 'drift', in: ['relation'] },
      }),
    seed: z.int().min(0).max(4_294_967_295).default(0).meta({
      title: 'Seed',
      help: 'Another seed draws other rows by the same rule.',
    }),
    appended: z
      .array(z.string())
      .max(1000)
      .default([])
      .meta({ title: 'Added by feedback', widget: 'hidden' }),
  }),
  inputs: { objective: { kind: 'objective', optional: true } },
  outputs: { data: 'dataset' },
})
