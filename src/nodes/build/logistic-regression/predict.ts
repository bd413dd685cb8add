import { definePredictor } from '@/contract/catalog'
import type { LogisticWeights } from '@/ml/linear/logisticRegression'
import { predictLogistic } from '@/ml/linear/predictLogistic'
import definition from './definition'

export default definePredictor<LogisticWeights>(definition, predictLogistic)
