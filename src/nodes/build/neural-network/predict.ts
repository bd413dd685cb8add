import { definePredictor } from '@/contract/catalog'
import type { NetworkWeights } from '@/ml/network/network'
import { predictNetwork } from '@/ml/network/predictNetwork'
import definition from './definition'

export default definePredictor<NetworkWeights>(definition, predictNetwork)
