import { z } from 'zod'
import { defineNode } from '@/contract/node'

const layer = z.strictObject({
  units: z.int().min(1).max(512).default(16).meta({ title: 'Units' }),
  activation: z
    .enum(['relu', 'tanh', 'sigmoid', 'leaky-relu', 'elu', 'linear'])
    .default('relu')
    .meta({
      title: 'Activation',
      options: {
        relu: 'ReLU',
        tanh: 'Tanh',
        sigmoid: 'Sigmoid',
        'leaky-relu': 'Leaky ReLU',
        elu: 'ELU',
        linear: 'Linear',
      },
    }),
  dropout: z.number().min(0).max(0.9).optional().meta({ title: 'Dropout', step: 0.05 }),
  batchNorm: z.boolean().optional().meta({ title: 'Batch normalisation' }),
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
      help: 'Share of the hidden units that is left out at random in each training step, so that none is relied on too much. A layer may have its own.',
    }),
    l1Penalty: z.number().min(0).max(10).default(0).meta({
      title: 'L1 penalty',
      group: 'Shape',
      step: 0.0001,
      help: 'Pulls weights to exactly 0.',
    }),
    l2Penalty: z.number().min(0).max(10).default(0).meta({
      title: 'L2 penalty',
      group: 'Shape',
      step: 0.0001,
      help: 'Keeps weights small.',
    }),
    optimiser: z
      .enum(['adam', 'adamw', 'sgd', 'rmsprop'])
      .default('adam')
      .meta({
        title: 'Optimiser',
        group: 'Training',
        options: {
          adam: 'Adam (adapts the step of each weight)',
          adamw: 'AdamW (Adam with weight decay)',
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
    nesterov: z
      .boolean()
      .default(false)
      .meta({
        title: 'Look ahead (Nesterov)',
        group: 'Training',
        help: 'Measures the slope where the momentum leads.',
        showWhen: { param: 'optimiser', in: ['sgd'] },
      }),
    weightDecay: z
      .number()
      .min(0)
      .max(1)
      .default(0.01)
      .meta({
        title: 'Weight decay',
        group: 'Training',
        step: 0.001,
        help: 'Share of each weight that a step takes off, times the learning rate.',
        showWhen: { param: 'optimiser', in: ['adamw'] },
      }),
    schedule: z
      .enum(['constant', 'step', 'exponential', 'cosine', 'plateau'])
      .default('constant')
      .meta({
        title: 'Learning rate over time',
        group: 'Training',
        options: {
          constant: 'The same throughout',
          step: 'Cut every few epochs',
          exponential: 'Cut every epoch',
          cosine: 'Down to 0 along a cosine',
          plateau: 'Cut when the loss stands still',
        },
      }),
    decayFactor: z
      .number()
      .min(0.001)
      .max(1)
      .default(0.5)
      .meta({
        title: 'Cut to',
        group: 'Training',
        step: 0.05,
        help: 'What the rate is multiplied by.',
        showWhen: { param: 'schedule', in: ['step', 'exponential', 'plateau'] },
      }),
    decayEpochs: z
      .int()
      .min(1)
      .max(1000)
      .default(10)
      .meta({
        title: 'Cut after',
        group: 'Training',
        unit: 'epochs',
        help: 'Epochs between cuts, or without a better loss before one.',
        showWhen: { param: 'schedule', in: ['step', 'plateau'] },
      }),
    clipNorm: z.number().min(1e-6).max(1e6).nullable().default(null).meta({
      title: 'Longest gradient',
      group: 'Training',
      whenNull: 'any',
      help: 'A longer one is shortened, so that no batch throws the weights far off.',
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
    classWeights: z
      .enum(['none', 'balanced'])
      .default('none')
      .meta({
        title: 'Class weights',
        group: 'Training',
        showForTask: ['binary', 'multiclass'],
        options: { none: 'Every row counts the same', balanced: 'Rare classes count more' },
      }),
    watch: z
      .enum(['none', 'accuracy', 'balancedAccuracy', 'macroF1', 'rmse', 'mae', 'r2'])
      .default('none')
      .meta({
        title: 'Metric to watch',
        group: 'Training',
        help: 'Drawn over the epochs beside the loss. It does not change what is learned.',
        options: {
          none: 'Loss only',
          accuracy: 'Accuracy (classes)',
          balancedAccuracy: 'Balanced accuracy (classes)',
          macroF1: 'F1, mean of the classes',
          rmse: 'RMSE (values)',
          mae: 'MAE (values)',
          r2: 'R² (values)',
        },
      }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model', learner: 'learner' },
  needsTarget: true,
})
