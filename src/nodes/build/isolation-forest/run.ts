import { defineRun } from '@/contract/run'
import { isolationOf, type IsolationWeights } from '@/ml/outliers/isolationModel'
import { unusualOutcome, type UnusualPreview } from '../unusualRun'
import definition from './definition'

export interface IsolationPreview extends UnusualPreview {
  trees: number
  /** Rows that each tree has seen. */
  sample: number
}

export default defineRun(definition, async ({ params, inputs: { data }, context }) => {
  const { model, preview, ...outcome } = await unusualOutcome<IsolationWeights>(
    definition,
    params,
    { data, context },
    { score: isolationOf, limit: ({ limit }) => limit },
  )
  const { roots, sample } = model.weights as IsolationWeights
  const shown: IsolationPreview = { ...preview, trees: roots.length - 1, sample }
  return { ...outcome, preview: shown }
})
