import { defineRun } from '@/contract/run'
import { decide } from '@/ml/svm/decide'
import type { Machines } from '@/ml/svm/weights'
import { unusualOutcome, type UnusualPreview } from '../unusualRun'
import definition from './definition'

export interface OneClassPreview extends UnusualPreview {
  supports: number
}

export default defineRun(definition, async ({ params, inputs: { data }, context }) => {
  const { model, preview, metrics, ...outcome } = await unusualOutcome<Machines>(
    definition,
    params,
    { data, context },
    { score: (machines, x) => decide(machines, x).map((value) => -value), limit: () => 0 },
  )
  const supports = (model.weights as Machines).supportCount
  const shown: OneClassPreview = { ...preview, supports }
  return { ...outcome, preview: shown, metrics: { ...metrics, supportVectors: supports } }
})
