import { z } from 'zod'
import { defineNode } from '@/contract/node'

const layer = z.strictObject({
  units: z.int().min(1).max(512).default(16).meta({ title: 'Units' }),
  activation: z
    .enum(['relu', 'tanh', 'sigmoid'])
    .default('relu')
    .meta({ title: 'Activation', options: { relu: 'ReLU', tanh: 'Tanh', sigmoid: 'Sigmoid' } }),
})

export default defineNode({
  type: 'build/neural-network',
  version: 1,
  stage: 'build',
  title: 'Neural network',
  summary:
    'Learns bends and interactions in layers of simple units, step by step, from small batches of rows.',
  alsoCalled: ['multilayer perceptron', 'MLP', 'deep learning', 'dense layers', 'ANN'],
  common: true,
  params: z.strictObject({
    layers: z
      .array(layer)
      .max(8)
      .default([{ units: 16, activation: 'relu' }])
      .meta({
        title: 'Hidden layers',
        widget: 'layers',
        group: 'Shape',
        help: 'None makes it a linear model. The output layer is added by itself.',
      }),
    dropout: z.number().min(0).max(0.9).default(0).meta({
      title: 'Dropout',
      group: 'Shape',
      step: 0.05,
      help: 'Share of the hidden units that is left out at random in each training step, so that none is relied on too much.',
    }),
    optimiser: z
      .enum(['adam', 'sgd', 'rmsprop'])
      .default('adam')
      .meta({
        title: 'Optimiser',
        group: 'Training',
        options: {
          adam: 'Adam (adapts the step of each weight)',
          sgd: 'Gradient descent with momentum',
          rmsprop: 'RMSprop',
        },
      }),
    learningRate: z.number().min(1e-7).max(10).default(0.01).meta({
      title: 'Learning rate',
      group: 'Training',
      step: 0.001,
      help: 'How far each step moves the weights.',
    }),
    momentum: z
      .number()
      .min(0)
      .max(0.999)
      .default(0.9)
      .meta({
        title: 'Momentum',
        group: 'Training',
        step: 0.05,
        help: 'Share of the last step that is carried on.',
        showWhen: { param: 'optimiser', in: ['sgd'] },
      }),
    batchSize: z.int().min(1).max(65_536).default(32).meta({
      title: 'Batch size',
      group: 'Training',
      unit: 'rows',
      help: 'Rows that one step learns from.',
    }),
    epochs: z
      .int()
      .min(1)
      .max(10_000)
      .default(100)
      .meta({ title: 'Epochs', group: 'Training', help: 'At most this many passes over all training rows.' }),
    patience: z.int().min(0).max(1000).default(10).meta({
      title: 'Stop early after',
      group: 'Training',
      unit: 'epochs',
      help: 'Epochs without a better loss on the validation rows; the best epoch is kept. 0 never stops early. Without validation rows, a tenth of the training rows is set aside.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
