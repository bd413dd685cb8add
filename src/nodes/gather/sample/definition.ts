import { z } from 'zod'
import { defineNode } from '@/contract/node'

const generated = { param: 'dataset', in: ['blobs', 'moons', 'circles', 'spirals', 'linear'] }

export default defineNode({
  type: 'gather/sample',
  version: 1,
  stage: 'gather',
  title: 'Sample data',
  summary: 'Offers well-known data sets and generated ones to learn and try things with.',
  alsoCalled: ['demo data', 'example data', 'toy data', 'iris', 'penguins', 'test data', 'built-in data'],
  params: z.strictObject({
    dataset: z
      .enum([
        'penguins',
        'cars',
        'seattle-weather',
        'movies',
        'blobs',
        'moons',
        'circles',
        'spirals',
        'linear',
      ])
      .default('penguins')
      .meta({
        title: 'Data set',
        options: {
          penguins: 'Penguins: species by measurements',
          cars: 'Cars: mileage and technical data',
          'seattle-weather': 'Seattle weather: four years, day by day',
          movies: 'Films: takings and ratings',
          blobs: 'Blobs: three clouds (generated)',
          moons: 'Moons: two half circles (generated)',
          circles: 'Circles: one inside the other (generated)',
          spirals: 'Spirals: two arms (generated)',
          linear: 'Plane: a number from three (generated)',
        },
      }),
    rows: z.int().min(1).max(1_000_000).default(300).meta({ title: 'Rows', showWhen: generated }),
    noise: z.number().min(0).max(100).default(0.1).meta({
      title: 'Noise',
      help: 'Standard deviation of what chance adds to each point.',
      showWhen: generated,
      step: 0.05,
    }),
    seed: z.int().min(0).max(4_294_967_295).default(0).meta({
      title: 'Seed',
      help: 'Another seed draws other points of the same shape.',
      showWhen: generated,
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
