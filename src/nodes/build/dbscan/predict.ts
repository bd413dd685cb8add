import { definePredictor } from '@/contract/catalog'
import { dbscanLabels, type DbscanWeights } from '@/ml/cluster/dbscan'
import { oneHot } from '@/ml/cluster/oneHot'
import definition from './definition'

/** 1 for the cluster of the nearest core row within reach, or for noise, which is the last class. */
export default definePredictor<DbscanWeights>(definition, (weights, x, classes) =>
  oneHot(dbscanLabels(weights, x.values), classes, classes - 1),
)
