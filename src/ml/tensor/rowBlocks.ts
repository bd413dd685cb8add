import { tensor2d, tidy, transpose, type Tensor2D } from '@tensorflow/tfjs-core'
import type { Matrix } from '@/contract/catalog'

/** Some neighbouring rows of a matrix as float32 tensors. */
export interface RowBlock {
  start: number
  rows: number
  /** rows × columns. */
  x: Tensor2D
  /** columns × rows: transposing once is far cheaper than `matMul` with a transposing flag on wasm. */
  xT: Tensor2D
}

/** Sums over many rows keep their float32 digits when they are taken block by block and added in float64. */
const rowsPerBlock = 2048

/** The matrix as tensors; whoever makes the blocks calls `disposeBlocks`, whatever happens in between. */
export function makeRowBlocks(matrix: Matrix): RowBlock[] {
  const blocks: RowBlock[] = []
  for (let start = 0; start < matrix.rows; start += rowsPerBlock) {
    const rows = Math.min(rowsPerBlock, matrix.rows - start)
    const values = matrix.values.subarray(start * matrix.columns, (start + rows) * matrix.columns)
    const x = tensor2d(Float32Array.from(values), [rows, matrix.columns])
    blocks.push({ start, rows, x, xT: tidy(() => transpose(x)) })
  }
  return blocks
}

export function disposeBlocks(blocks: readonly RowBlock[]): void {
  for (const block of blocks) {
    block.x.dispose()
    block.xT.dispose()
  }
}
