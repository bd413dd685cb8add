import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Gives every feature a score learned from the training rows, and keeps those with the best. Among age, income and a random number, the random number has next to nothing to do with who buys: its F is about 1, while that of income may be 80. Variance drops what never changes; correlation drops what says the same as a column before it; ANOVA F, chi-squared and mutual information judge each feature by itself against the target; the L1 penalty, permutation, recursive elimination, forward and backward judge it together with the others, by a quick model.',
  when: 'When there are many columns and few rows, when a model is to be explained, measured or asked with fewer columns, or when columns repeat each other. Trees need it least. Begin with variance and correlation, which need no target and are quick.',
  pitfalls:
    'A feature that says nothing alone can say much together with another: F and chi-squared do not see that. Of two features that say the same, models choose one by chance. Scores of many noise columns look good by luck: what counts is the evaluation, and for it every fold selects anew from its own training rows. Quick models see straight lines only, unless a tree is chosen. A feature with gaps is judged by the rows that have it; methods with a model need the gaps filled. Categories are judged as they are by chi-squared, mutual information and, for a target of numbers, F; for the other methods, encode them first.',
} satisfies Explanation
