import type { Explanation } from '@/contract/explanation'

export default {
  does: 'The learner is judged by cross-validation. Then the values of the target are shuffled among the rows, so that the columns can say nothing about it any more, and the learner is trained and judged again, recipe included; this is repeated many times. The p-value is the share of shuffles that scored at least as well, the real score counted among them: (C + 1) / (n + 1). Where there is a group column, values are shuffled within each group.',
  when: 'With few rows, many columns or many tries, where a learner may seem to have found something by chance. It answers one question: do the columns tell anything about the target that this learner can use?',
  pitfalls:
    'A small p-value does not mean that the model is good, only that it is better than nothing: with many rows a useless difference is significant too. A large one does not prove that there is nothing, only that this learner on these rows has not shown it. The p-value cannot be smaller than 1 / (shuffles + 1). It holds for one learner that was chosen beforehand: of twenty that are tried, one has p < 0.05 by chance. A column that knows the target too early passes the test.',
} satisfies Explanation
