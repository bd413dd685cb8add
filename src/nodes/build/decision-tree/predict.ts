import { definePredictor } from '@/contract/catalog'
import { predictTree } from '@/ml/tree/predictTree'
import type { TreeWeights } from '@/ml/tree/tree'
import definition from './definition'

export default definePredictor<TreeWeights>(definition, predictTree)
