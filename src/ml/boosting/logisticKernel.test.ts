import { expect, it } from 'vitest'
import { makeRandom } from '@/base/random'
import { stillPulse } from '@/contract/pulse'
import { quantise } from '../histogram/quantise'
import { makeGround } from './ground'
import { logistic } from './losses'
import { logisticIn } from './logisticKernel'

it.each([1, 2, 4001])(
  'gives the very bits of the plain loss, on some of the rows too: %i rows',
  async (all) => {
    const random = makeRandom(all)
    const x = { rows: all, columns: 1, values: Float64Array.from({ length: all }, () => random.normal()) }
    const rules = { leaves: 2, maxDepth: null, minSamplesLeaf: 1, l2: 0, directions: [0] }
    const ground = makeGround(await quantise(x, undefined, stillPulse), rules as never)
    const y = Float64Array.from({ length: all }, () => (random.next() < 0.3 ? 1 : 0))
    const raw = Float64Array.from(
      { length: all },
      () => random.normal() * 10 ** Math.floor(random.next() * 5 - 1),
    )
    raw.set([0, -0, 1000, -1000].slice(0, all))
    const some = Int32Array.from({ length: all }, (_, row) => row).filter((row) => row % 7 !== 3)
    for (const rows of [Int32Array.from({ length: all }, (_, row) => row), some]) {
      const plain = { gradient: new Float32Array(all), hessian: new Float32Array(all) }
      const loss = logistic.derive(y, [raw], rows, [plain])
      expect(logisticIn(ground, y, rows)(raw)).toBe(loss)
      const { workspace, at } = ground
      const [gradient, hessian] = [at.gradient, at.hessian].map((address) => workspace.floats(address, all))
      for (const row of rows) {
        expect(gradient[row]).toBe(plain.gradient[row])
        expect(hessian[row]).toBe(plain.hessian[row])
      }
    }
  },
)
