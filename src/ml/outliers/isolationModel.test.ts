import { expect, test } from 'vitest'
import { makeRandom } from '@/base/random'
import { stillPulse } from '@/contract/pulse'
import { fitIsolationForest, isolationScores } from './isolationForest'
import { fitIsolation, isolationOf, isolationShares, type IsolationParams } from './isolationModel'

const random = makeRandom(9)
const x = { rows: 300, columns: 2, values: Float64Array.from({ length: 600 }, () => random.normal()) }
const params: IsolationParams = { trees: 40, sample: 64, limit: 'usual', share: 0.1 }

test('a model scores rows as the forest that it was made of', async () => {
  const columns = [0, 1].map((i) => x.values.filter((_, at) => at % 2 === i))
  const forest = await fitIsolationForest(columns, { trees: 40, sample: 64 }, 3, stillPulse)
  const model = await fitIsolation(x, params, 3, stillPulse)
  expect(isolationOf(model, x)).toEqual(await isolationScores(forest, columns, stillPulse))
})

test('with the usual limit the share of unusual is the score itself, and larger than usual above the limit', async () => {
  const model = await fitIsolation(x, params, 3, stillPulse)
  const scores = isolationOf(model, x)
  const { values } = isolationShares(model, x)
  scores.forEach((score, row) => expect(values[2 * row + 1]).toBeCloseTo(score, 7))
})

test('a limit by share is exceeded by that share of the training rows, as by the percentile of scikit-learn', async () => {
  const model = await fitIsolation(x, { ...params, limit: 'share' }, 3, stillPulse)
  const { values } = isolationShares(model, x)
  const unusual = Array.from(isolationOf(model, x).keys()).filter(
    (row) => values[2 * row + 1] > values[2 * row],
  )
  expect(unusual).toHaveLength(30)
})
