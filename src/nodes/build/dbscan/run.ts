import { quietly } from '@/contract/pulse'
import { defineRun } from '@/contract/run'
import type { DbscanWeights } from '@/ml/cluster/dbscan'
import { neighbourDistances, type NeighbourDistances } from '@/ml/cluster/neighbourDistances'
import { unscored } from '@/ml/cluster/summary'
import { takeMatrixRows } from '@/ml/matrix'
import { Mark, type Dataset } from '@/values/dataset'
import { allRows } from '@/values/table'
import { clusterOutcome, type ClusterPreview } from '../clusterRun'
import definition from './definition'

interface Own {
  eps: number
  minSamples: number
  /** Of the training rows. */
  core: number
  border: number
  distances: NeighbourDistances | null
}

export type DbscanPreview = ClusterPreview & Own

export default defineRun(definition, ({ params, inputs, context }) =>
  clusterOutcome<Own>(definition, params, { data: inputs.data, context }, async ({ model, x, labels }) => {
    const { core, border } = model.weights as DbscanWeights
    const rows = trainingRows(inputs.data, labels)
    const asked = { k: params.minSamples, metric: params.metric, seed: model.training.seed }
    const distances = await neighbourDistances(takeMatrixRows(x, rows), asked, quietly(context))
    const { eps, minSamples } = params
    return { elbow: null, preview: { eps, minSamples, core, border, distances } }
  }),
)

const trainingRows = ({ marks, raw }: Dataset, labels: Int32Array): Int32Array =>
  allRows(raw.rowCount).filter((row) => labels[row] !== unscored && (!marks || marks[row] === Mark.train))
