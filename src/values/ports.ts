import type { Dataset } from './dataset'
import type { Deployment, Monitoring } from './deployment'
import type { Evaluation, Predictions } from './evaluation'
import type { Learner, ModelValue } from './model'
import type { Objective } from './objective'

/** What travels on wires, by kind. */
export interface PortValues {
  objective: Objective & { kind: 'objective' }
  dataset: Dataset
  learner: Learner
  model: ModelValue
  predictions: Predictions
  evaluation: Evaluation
  deployment: Deployment
  monitoring: Monitoring
}

export type PortKind = keyof PortValues
export type PortValue = PortValues[PortKind]
