import { expect, test } from 'vitest'
import { stillPulse } from '@/contract/pulse'
import { fitMixture, likeliestStart, mixtureScores, parametersOf, type MixtureParams } from './fitMixture'
import reference from './mixture.reference.json'
import type { Covariance } from './types'

const x = { rows: reference.x.length, columns: 3, values: Float64Array.from(reference.x.flat()) }
const params: MixtureParams = {
  components: 3,
  covariance: 'full',
  starts: 1,
  maxIterations: 500,
  tolerance: 1e-10,
  floor: 1e-6,
}
const fit = (changed: Partial<MixtureParams>, part?: { index: number; of: number }) =>
  fitMixture({ x, seed: 5, part }, { ...params, ...changed }, stillPulse)

test.each(reference.found)('a mixture of $covariance shapes is that of scikit-learn', async (wanted) => {
  const found = await fit({ covariance: wanted.covariance as Covariance })
  expect(found.logLikelihood).toBeCloseTo(wanted.logLikelihood, 7)
  expect(found.bic).toBeCloseTo(wanted.bic, 4)
  expect(found.aic).toBeCloseTo(wanted.aic, 4)
  const { means, shares } = found.gaussians
  const order = [0, 1, 2].sort((a, b) => means[3 * a] - means[3 * b])
  order.forEach((k, i) => {
    expect(shares[k]).toBeCloseTo(wanted.shares[i], 4)
    for (let f = 0; f < 3; f++) expect(means[3 * k + f]).toBeCloseTo(wanted.means[i][f], 3)
  })
  const { values } = mixtureScores(found, x)
  wanted.probabilities.forEach((row, at) =>
    order.forEach((k, i) => expect(values[at * 8 * 3 + k]).toBeCloseTo(row[i], 4)),
  )
})

test('starts made in parts give the same mixture', async () => {
  const parts = [await fit({ starts: 3 }, { index: 0, of: 2 }), await fit({ starts: 3 }, { index: 1, of: 2 })]
  expect(likeliestStart(parts)).toEqual(await fit({ starts: 3 }))
})

test('a constant column is held up by the least variance; without one it is a named error', async () => {
  const flat = {
    rows: 40,
    columns: 2,
    values: Float64Array.from({ length: 80 }, (_, i) => (i % 2 ? 3 : i % 7)),
  }
  const ask = (floor: number) =>
    fitMixture({ x: flat, seed: 1 }, { ...params, components: 2, floor }, stillPulse)
  expect((await ask(1e-6)).logLikelihood).toBeGreaterThan(-10)
  await expect(ask(0)).rejects.toMatchObject({ reason: { kind: 'parameter' } })
  await expect(fit({ components: 161 })).rejects.toMatchObject({ reason: { kind: 'too-few-rows' } })
})

test('the number of free parameters is that of scikit-learn', () => {
  const count = (covariance: Covariance) => parametersOf(3, 4, covariance)
  expect([count('full'), count('tied'), count('diag'), count('spherical')]).toEqual([44, 24, 26, 17])
})

test('probabilities of a row sum to one, also far away', () => {
  const far = { rows: 2, columns: 3, values: Float64Array.of(1e6, -1e6, 1e6, 0, 0, 0) }
  return fit({}).then((found) => {
    const { values } = mixtureScores(found, far)
    for (const row of [0, 1])
      expect(values.slice(3 * row, 3 * row + 3).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
  })
})
