import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Judges all learners on the same folds and looks at their differences, fold by fold. A Bayesian t-test that knows that folds share training rows gives the chance that one learner is better by more than the region of practical equivalence, that the difference lies within it, and that it is worse; a chance of 95 % makes a verdict. Beside it stand the corrected t-test of Nadeau and Bengio and, on the out-of-fold rows, McNemar’s test of the decisions and DeLong’s test of the areas under the ROC curve.',
  when: 'Before you prefer a complicated learner for a few thousandths, or tell others that one is better. More repeats make the answer surer as far as the rows allow.',
  pitfalls:
    '“Not distinguishable” does not mean equal: the rows are too few to tell. A small p-value does not mean a large difference, which is why the region of practical equivalence is yours to choose, in units of the metric: 0.01 is sensible for shares such as accuracy, and hardly ever for an RMSE. With many pairs, one in twenty is called different by chance.',
} satisfies Explanation
