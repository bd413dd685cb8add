import { definePredictor } from '@/contract/catalog'
import type { HierarchicalWeights } from '@/ml/cluster/hierarchical'
import { nearestMembers } from '@/ml/cluster/nearestMember'
import { oneHot } from '@/ml/cluster/oneHot'
import definition from './definition'

/** 1 for the cluster of the nearest row of the tree; rows of the tree keep their own. */
export default definePredictor<HierarchicalWeights>(definition, ({ members }, x, classes) =>
  oneHot(nearestMembers(members, x.values), classes),
)
