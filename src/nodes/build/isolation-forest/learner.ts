import { defineLearner } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import { refuseHuge } from '@/ml/cluster/refuseHuge'
import { fitIsolation } from '@/ml/outliers/isolationModel'
import definition from './definition'

export default defineLearner(definition, {
  tasks: ['clustering'],
  async fit(data, params, pulse) {
    const { rows } = data.x
    if (rows < 2) failStep({ kind: 'too-few-rows', what: 'An isolation forest', needed: 2, found: rows })
    refuseHuge(data)
    const weights = await fitIsolation(data.x, params, data.seed, pulse)
    const same = weights.feature.every((feature) => feature < 0)
    return {
      weights,
      warnings: same ? ['All training rows are the same, so no row is more unusual than another.'] : [],
      classes: ['usual', 'unusual'],
    }
  },
})
