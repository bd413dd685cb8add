import { formatCount } from '@/base/format'
import { defineLearner, type TrainingData } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import type { Pulse } from '@/contract/pulse'
import { fitClassifier } from '@/ml/svm/classify'
import { fitRegressor } from '@/ml/svm/regress'
import type { SvmSettings } from '@/ml/svm/settings'
import { slowToFit, unevenScales } from '@/ml/svm/warnings'
import type { Machines } from '@/ml/svm/weights'
import definition from './definition'

export default defineLearner(definition, {
  tasks: ['binary', 'multiclass', 'regression'],
  growth: 'quadratic',
  async fit(data, params, pulse) {
    if (data.x.rows === 0) failStep({ kind: 'no-rows', what: 'training' })
    const slow = slowToFit(data.x.rows)
    slow.forEach((message) => pulse.progress({ share: null, message }))
    const weights = await fitMachines(data, params, pulse)
    const warnings = [...slow, ...unsettled(weights), ...absent(data, weights), ...unevenScales(data)]
    return { weights, warnings }
  },
})

const fitMachines = (data: TrainingData, params: SvmSettings, pulse: Pulse): Promise<Machines> =>
  data.task === 'regression' ? fitRegressor(data, params, pulse) : fitClassifier(data, params, pulse)

function unsettled({ settled, iterations }: Machines): string[] {
  if (settled) return []
  return [
    `The search had not settled after ${formatCount(iterations)} iterations: scale the features, lower C, or allow more iterations.`,
  ]
}

function absent({ classes }: TrainingData, weights: Machines): string[] {
  const present = weights.present as Int32Array | undefined
  const names = present ? classes.filter((_, code) => !present.includes(code)).slice(0, 5) : []
  if (names.length === 0) return []
  return [
    `No training row has the class ${names.map((name) => `“${name}”`).join(', ')}: it will never be predicted.`,
  ]
}
