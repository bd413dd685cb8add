import { z } from 'zod'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'evaluate/holdout',
  version: 1,
  stage: 'evaluate',
  title: 'Hold-out evaluation',
  summary: 'Judges trained models on rows that none of them has seen, and says whether the objective is met.',
  alsoCalled: ['test set', 'score', 'accuracy', 'confusion matrix', 'ROC curve', 'metrics', 'validate'],
  common: true,
  params: z.strictObject({
    threshold: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .meta({
        title: 'Decision threshold',
        help: 'For two classes: a row is called positive when its score is at least this. Drag the handle in the chart to set it. At 0.5 a model keeps the threshold that a Decision threshold node has given it.',
        step: 0.01,
        showForTask: ['binary'],
      }),
  }),
  inputs: {
    models: { kind: 'model', many: true, title: 'Models' },
    data: { kind: 'dataset', optional: true, title: 'Test data' },
  },
  outputs: {
    evaluation: 'evaluation',
    predictions: { kind: 'predictions', title: 'Predictions of the best' },
  },
})
