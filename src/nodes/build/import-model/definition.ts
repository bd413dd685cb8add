import { z } from 'zod'
import { defineNode } from '@/contract/node'

const file = z
  .strictObject({
    hash: z.string().regex(/^[0-9a-f]{32}$/),
    name: z.string().max(200),
    size: z.int().min(0),
  })
  .nullable()
  .default(null)

const inOrder = 'inputs and columns are paired in their order'

export default defineNode({
  type: 'build/import-model',
  version: 1,
  stage: 'build',
  title: 'Import model',
  summary:
    'Uses a model that was trained elsewhere: one downloaded here, a TensorFlow.js layers model or an ONNX model.',
  alsoCalled: ['load model', 'pretrained', 'saved model', 'TensorFlow.js', 'Keras', 'ONNX', 'upload model'],
  params: z.strictObject({
    file: file.meta({
      title: 'Model',
      widget: 'file',
      takesOnly: '.json,.onnx,application/json',
      help: 'A model downloaded from a result here, model.json of a TensorFlow.js layers model, or an ONNX file.',
    }),
    weights: file.meta({
      title: 'Weights of a TensorFlow.js model',
      widget: 'file',
      takesOnly: '.bin',
      help: 'The .bin file that lies beside model.json.',
    }),
    matching: z
      .enum(['name', 'order'])
      .default('name')
      .meta({
        title: 'Columns are found',
        options: { name: 'By name', order: 'In their order' },
        help: `A TensorFlow.js model, or an ONNX model with one input, knows no names: there ${inOrder}.`,
      }),
    columns: z
      .array(
        z.strictObject({
          column: z.string().meta({ title: 'Column', widget: 'column' }),
          name: z.string().max(200).default('').meta({ title: 'Name in the model' }),
        }),
      )
      .max(2000)
      .default([])
      .meta({
        title: 'Columns',
        widget: 'records',
        help: `By name: only those that the model calls otherwise. In their order: all inputs, ${inOrder}; empty: all features of the data.`,
      }),
    classes: z.string().max(10_000).default('').meta({
      title: 'Classes of the outputs',
      help: 'Of a TensorFlow.js or ONNX model, in the order of its outputs, with commas between them. Empty: as the file tells, or in alphabetical order.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { model: 'model' },
})
