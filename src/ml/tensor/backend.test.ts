import { getBackend, matMul, tensor2d, tidy } from '@tensorflow/tfjs-core'
import { beforeAll, expect, test } from 'vitest'
import { startWasm } from './backend'
import { tensorCount } from './memory'
import { disposeBlocks, makeRowBlocks } from './rowBlocks'
import { startTestBackend } from './testing'
import { wasmFile } from './wasmFile'

beforeAll(startTestBackend)

test('the backend in use is wasm, however often it is started', async () => {
  expect(await startWasm(wasmFile())).toBe('wasm')
  expect(getBackend()).toBe('wasm')
})

test('a product of matrices comes from the wasm binary', () => {
  const product = tidy(() =>
    matMul(tensor2d([1, 2, 3, 4], [2, 2]), tensor2d([5, 6, 7, 8], [2, 2])).dataSync(),
  )
  expect([...product]).toEqual([19, 22, 43, 50])
})

test('blocks cover every row once and leave no tensor behind', () => {
  const before = tensorCount()
  const blocks = makeRowBlocks({
    rows: 5000,
    columns: 2,
    values: Float64Array.from({ length: 10_000 }, (_, i) => i),
  })
  expect(blocks.map((block) => [block.start, block.rows])).toEqual([
    [0, 2048],
    [2048, 2048],
    [4096, 904],
  ])
  expect([...blocks[1].x.dataSync().slice(0, 2)]).toEqual([4096, 4097])
  disposeBlocks(blocks)
  expect(tensorCount()).toBe(before)
})
