import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Finds the weight of each feature, and one constant, for which the sum of the squared errors on the training rows is smallest. Each weight says how much the prediction rises when its feature rises by one and the others stay.',
  when: 'First for any numeric target: it is quick, needs few rows, and can be read. What more complex models gain over it is what bends and interactions are worth.',
  pitfalls:
    'It only knows straight lines: look at the residuals for a pattern. A few extreme rows pull hard, because errors count squared. When features say nearly the same, their weights become large and opposed: a penalty calms them. Do not read a weight as a cause.',
} satisfies Explanation
