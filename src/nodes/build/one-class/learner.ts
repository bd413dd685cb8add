import { defineLearner } from '@/contract/catalog'
import { failStep } from '@/contract/errors'
import { fitOneClass } from '@/ml/svm/oneClass'
import { slowToFit, unevenScales } from '@/ml/svm/warnings'
import definition from './definition'

export default defineLearner(definition, {
  tasks: ['clustering'],
  growth: 'quadratic',
  async fit(data, params, pulse) {
    const { rows } = data.x
    if (rows < 2) failStep({ kind: 'too-few-rows', what: 'A one-class machine', needed: 2, found: rows })
    const slow = slowToFit(rows)
    slow.forEach((message) => pulse.progress({ share: null, message }))
    const weights = await fitOneClass(data.x, params, pulse)
    const unsettled = weights.settled ? [] : ['The search had not settled: allow more iterations.']
    return {
      weights,
      warnings: [...slow, ...unsettled, ...unevenScales(data)],
      classes: ['usual', 'unusual'],
    }
  },
})
