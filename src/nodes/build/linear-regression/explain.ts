import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Finds the weight of each feature, and one constant, for which the sum of the squared errors on the training rows is smallest. Each weight says how much the prediction rises when its feature rises by one and the others stay. Plain least squares give each weight a 95 % interval. Ridge makes large weights cost by their squares, the lasso by their size, which sets many to exactly 0; the elastic net does both. The robust form counts large errors by their size instead of their square.',
  when: 'First for any numeric target: it is quick, needs few rows, and can be read. What more complex models gain over it is what bends and interactions are worth. Ridge where features say nearly the same, the lasso where few of many features matter, the robust form where some targets are wild.',
  pitfalls:
    'It only knows straight lines: look at the residuals for a pattern. A few extreme rows pull hard, because errors count squared; the robust form helps against extreme targets, not against extreme features. When features say nearly the same, their weights become large and opposed: a penalty calms them, and the lasso keeps one of them, more or less by chance. Scale the features before any penalty. Do not read a weight as a cause, nor an interval as proof: it holds if the errors are independent and of the same size everywhere.',
} satisfies Explanation
