import { StepFailure } from '@/contract/errors'
import { quietly, type Pulse } from '@/contract/pulse'
import { defineRun, type RunContext } from '@/contract/run'
import { takeMatrixRows } from '@/ml/matrix'
import { fitMixture, mixtureScores, type MixtureParams, type MixtureWeights } from '@/ml/mixture/fitMixture'
import { sampleRows } from '@/ml/recipe/sampleRows'
import { allRows } from '@/values/table'
import { clusterOutcome, type Clustered, type ClusterPreview } from '../clusterRun'
import { eachBlock } from '../seenRows'
import definition from './definition'

interface Own {
  components: { share: number; rows: number }[]
  logLikelihood: number
  bic: number
  aic: number
  iterations: number
  /** Rows whose likeliest component has less than nine in ten. */
  unsure: number
  criteria: Criteria | null
}

/** Over the number of components, of at most some thousand rows. */
interface Criteria {
  counts: number[]
  bic: number[]
  aic: number[]
  rows: number
}

export type MixturePreview = ClusterPreview & Own

export default defineRun(definition, ({ params, inputs, context }) =>
  clusterOutcome<Own>(definition, params, { data: inputs.data, context }, async (found) => {
    const weights = found.model.weights as MixtureWeights
    const { logLikelihood, bic, aic, iterations, gaussians } = weights
    const preview: Own = {
      components: [...gaussians.shares].map((share, k) => ({ share, rows: countOf(found.labels, k) })),
      ...{ logLikelihood, bic, aic, iterations },
      unsure: await countUnsure(found, weights, context),
      criteria: await sweep(found, params, quietly(context)),
    }
    return { elbow: null, figures: { bic, aic }, preview }
  }),
)

const countOf = (labels: Int32Array, k: number): number =>
  labels.reduce((count, label) => count + (label === k ? 1 : 0), 0)

const sure = 0.9

async function countUnsure({ x, labels }: Clustered, weights: MixtureWeights, context: RunContext) {
  let count = 0
  await eachBlock(x, context, (block, from) => {
    const { values, width } = mixtureScores(weights, block)
    for (let row = 0; row < block.rows; row++) {
      const label = labels[from + row]
      if (label >= 0 && values[row * width + label] < sure) count++
    }
  })
  return count
}

const sweepRows = 2000
const sweepIterations = 100
const sweepCounts = [1, 2, 3, 4, 5, 6, 7, 8]

/** A number of components for which no mixture can be fitted ends the sweep. */
async function sweep(
  { x, labels, model }: Clustered,
  params: MixtureParams,
  pulse: Pulse,
): Promise<Criteria | null> {
  const known = allRows(x.rows).filter((row) => labels[row] >= 0)
  const sample = takeMatrixRows(x, sampleRows(known, sweepRows, model.training.seed))
  const found: { components: number; bic: number; aic: number }[] = []
  for (const components of sweepCounts.filter((count) => count <= sample.rows)) {
    const settings = { ...params, components, starts: 1, maxIterations: sweepIterations }
    try {
      const { bic, aic } = await fitMixture({ x: sample, seed: model.training.seed }, settings, pulse)
      found.push({ components, bic, aic })
    } catch (error) {
      if (error instanceof StepFailure && error.reason.kind === 'parameter') break
      throw error
    }
  }
  if (found.length < 2) return null
  return {
    counts: found.map(({ components }) => components),
    bic: found.map(({ bic }) => bic),
    aic: found.map(({ aic }) => aic),
    rows: sample.rows,
  }
}
