import { fused, matMul, mul, sub, sum, tensor1d, tensor2d, tidy, transpose } from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { expm1 } from '@/base/math'
import { makeRandom } from '@/base/random'
import { startTestBackend } from '../../tensor/testing'
import { openKernel } from './kernel'

beforeAll(startTestBackend)

const random = makeRandom(1)
const fill = (values: Float32Array, spread = 1) =>
  values.forEach((_, i) => (values[i] = spread * random.normal()))

/** m rows, k inputs, n units; also those that fill no whole tile. */
const shapes: [m: number, k: number, n: number][] = [
  [200, 20, 64],
  [7, 3, 13],
  [200, 32, 1],
  [33, 5, 3],
]

function layerOf([m, k, n]: (typeof shapes)[number]) {
  const { kernel, blocks } = openKernel([m * k, k * n, n, m * n, m * n])
  const [x, weights, bias, out, delta] = blocks
  for (const { values } of [x, weights, bias, delta]) fill(values)
  kernel.product(x.at, 4 * k, 4, weights.at, bias.at, out.at, m, k, n)
  const tensors = {
    a: tensor2d(x.values.slice(), [m, k]),
    b: tensor2d(weights.values.slice(), [k, n]),
    bias: tensor1d(bias.values.slice()),
  }
  return { kernel, x, out, delta, tensors, m, k, n }
}

/** 0 and −0 are the same number. */
const unsigned = (values: ArrayLike<number>) => Array.from(values, (value) => value + 0)

test.each(shapes)('layers of %i × %i × %i have the bits of TensorFlow.js', (...shape) => {
  tidy(() => {
    for (const [code, name] of [[1, 'relu'] as const, [3, 'sigmoid'] as const]) {
      const { kernel, out, tensors, m, n } = layerOf(shape)
      kernel.activate(code, out.at, m * n)
      const expected = fused.matMul({ ...tensors, activation: name })
      expect(unsigned(out.values)).toEqual(unsigned(expected.dataSync()))
    }
    const { kernel, out, tensors, m, n } = layerOf(shape)
    kernel.activate(2, out.at, m * n)
    const doubled = { ...tensors, b: mul(tensors.b, 2), bias: mul(tensors.bias, 2) }
    const tanh = sub(mul(fused.matMul({ ...doubled, activation: 'sigmoid' }), 2), 1)
    expect(unsigned(out.values)).toEqual(unsigned(tanh.dataSync()))
  })
})

test.each(shapes)('slopes of %i × %i × %i have the bits of TensorFlow.js', (...shape) => {
  const [m, k, n] = shape
  const { x, delta, tensors } = layerOf(shape)
  const { kernel, blocks } = openKernel([m * k, m * n, k * n, n])
  const [inputs, slopes, product, sums] = blocks
  inputs.values.set(x.values)
  slopes.values.set(delta.values)
  kernel.product(inputs.at, 4, 4 * k, slopes.at, 0, product.at, k, m, n)
  kernel.sums(slopes.at, m, n, sums.at)
  tidy(() => {
    const along = tensor2d(delta.values.slice(), [m, n])
    expect(unsigned(product.values)).toEqual(unsigned(matMul(transpose(tensors.a), along).dataSync()))
    expect(unsigned(sums.values)).toEqual(unsigned(sum(along, 0).dataSync()))
  })
})

test('a matrix is turned round, and numbers are multiplied one by one', () => {
  const { kernel, blocks } = openKernel([6, 6, 6])
  const [a, b, out] = blocks
  a.values.set([1, 2, 3, 4, 5, 6])
  kernel.turn(a.at, 2, 3, b.at)
  expect([...b.values]).toEqual([1, 4, 2, 5, 3, 6])
  kernel.times(a.at, b.at, out.at, 6)
  expect([...out.values]).toEqual([1, 8, 6, 20, 15, 36])
})

test('leaky ReLU and ELU, from far below 0 to above', () => {
  const values = [-200, -90, -20, -3, -0.5, -0.001, 0, 0.5, 3]
  const { kernel, blocks } = openKernel([values.length, values.length])
  const [leaky, elu] = blocks
  for (const block of blocks) block.values.set(values)
  kernel.activate(4, leaky.at, values.length)
  kernel.activate(5, elu.at, values.length)
  values.forEach((value, i) => {
    expect(leaky.values[i]).toBeCloseTo(value > 0 ? value : 0.01 * value, 6)
    expect(elu.values[i]).toBeCloseTo(value > 0 ? value : expm1(value), 6)
  })
})

test('what is no number stays none, so that divergence is seen', () => {
  const { kernel, blocks } = openKernel([4])
  for (const code of [1, 2, 3, 4, 5]) {
    blocks[0].values.fill(NaN)
    kernel.activate(code, blocks[0].at, 4)
    expect([...blocks[0].values]).toEqual([NaN, NaN, NaN, NaN])
  }
})

test('more memory than there can be is an error', () => {
  expect(() => openKernel([2 ** 30])).toThrow(RangeError)
})
