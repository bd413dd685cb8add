import { definePredictor } from '@/contract/catalog'
import { isolationShares, type IsolationWeights } from '@/ml/outliers/isolationModel'
import definition from './definition'

export default definePredictor<IsolationWeights>(definition, isolationShares)
