/**
 * Layers models as TensorFlow.js saves them, and what they answer. Run it in a folder that has
 * @tensorflow/tfjs-core, tfjs-layers and tfjs-backend-cpu 4.22.0 installed:
 *   node layers.reference.mjs > layers.reference.json
 */
import { createRequire } from 'node:module'

const require = createRequire(`${process.cwd()}/`)
const tf = require('@tensorflow/tfjs-core')
require('@tensorflow/tfjs-backend-cpu')
const { input, layers, model, sequential } = require('@tensorflow/tfjs-layers')

let state = 1
const draw = () => {
  state = (state * 48271) % 2147483647
  return state / 2147483647
}

/** Weights of every kind away from their starting values, so that a swapped or forgotten one shows. */
function shake(net) {
  for (const layer of net.layers) {
    const values = layer.getWeights().map((weight) => {
      const positive = weight.rank === 1 && layer.getClassName() === 'BatchNormalization'
      const numbers = Array.from({ length: weight.size }, () => (positive ? 0.3 + draw() : 2 * draw() - 1))
      return tf.tensor(numbers, weight.shape)
    })
    if (values.length > 0) layer.setWeights(values)
  }
  return net
}

async function record(net, inputs) {
  shake(net)
  let saved
  await net.save({ save: async (artifacts) => ((saved = artifacts), { modelArtifactsInfo: {} }) })
  const x = Array.from({ length: 6 }, () => Array.from({ length: inputs }, () => 4 * draw() - 2))
  const y = await net.predict(tf.tensor2d(x)).array()
  return {
    file: {
      format: 'layers-model',
      generatedBy: saved.generatedBy,
      convertedBy: null,
      modelTopology: saved.modelTopology,
      weightsManifest: [{ paths: ['./model.weights.bin'], weights: saved.weightSpecs }],
    },
    weights: Buffer.from(saved.weightData).toString('base64'),
    x,
    y,
  }
}

const classes = sequential({
  layers: [
    layers.dense({ inputShape: [4], units: 6, activation: 'relu' }),
    layers.batchNormalization(),
    layers.dropout({ rate: 0.3 }),
    layers.dense({ units: 5, activation: 'tanh', useBias: false }),
    layers.dense({ units: 3 }),
    layers.softmax(),
  ],
})

const start = input({ shape: [2, 2] })
let flow = layers.flatten().apply(start)
for (const activation of ['selu', 'hardSigmoid', 'softplus', 'swish', 'relu6', 'softsign', 'elu'])
  flow = layers.dense({ units: 4, activation }).apply(flow)
flow = layers.leakyReLU({ alpha: 0.2 }).apply(layers.dense({ units: 3 }).apply(flow))
flow = layers.elu().apply(flow)
flow = layers.activation({ activation: 'linear' }).apply(flow)
flow = layers.batchNormalization({ scale: false, epsilon: 0.01 }).apply(flow)
const deep = model({ inputs: start, outputs: layers.dense({ units: 1, name: 'answer' }).apply(flow) })

const two = sequential({ layers: [layers.dense({ inputShape: [3], units: 1, activation: 'sigmoid' })] })

async function recordDeep() {
  shake(deep)
  let saved
  await deep.save({ save: async (artifacts) => ((saved = artifacts), { modelArtifactsInfo: {} }) })
  const x = Array.from({ length: 6 }, () => Array.from({ length: 4 }, () => 4 * draw() - 2))
  const y = await deep
    .predict(
      tf.tensor3d(
        x.map(([a, b, c, d]) => [
          [a, b],
          [c, d],
        ]),
      ),
    )
    .array()
  const weightsManifest = [{ paths: ['group1-shard1of1.bin'], weights: saved.weightSpecs }]
  const file = { format: 'layers-model', modelTopology: saved.modelTopology, weightsManifest }
  return { file, weights: Buffer.from(saved.weightData).toString('base64'), x, y }
}

const refused = sequential({
  layers: [
    layers.reshape({ inputShape: [4], targetShape: [2, 2] }),
    layers.conv1d({ filters: 2, kernelSize: 1 }),
    layers.flatten(),
    layers.dense({ units: 1 }),
  ],
})

const out = {
  classes: await record(classes, 4),
  deep: await recordDeep(),
  two: await record(two, 3),
  refused: await record(refused, 4),
}
process.stdout.write(`${JSON.stringify(out)}\n`)
