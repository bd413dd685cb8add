import { definePredictor } from '@/contract/catalog'
import { mixtureScores, type MixtureWeights } from '@/ml/mixture/fitMixture'
import definition from './definition'

/** The probability of each component. */
export default definePredictor<MixtureWeights>(definition, mixtureScores)
