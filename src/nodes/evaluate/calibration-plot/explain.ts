import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Sorts the test rows into bins by their score for a class and compares the mean score of each bin with the share of rows that really are of the class. On the diagonal both are the same. Above it the model is too careful, below it too sure. The bars below tell how many rows each bin has.',
  when: 'When the score itself is used: as a risk that a person is told, in a cost, or to rank rows of several models. A model can order rows well (ROC AUC) and still be far too sure.',
  pitfalls:
    'A bin with few rows says little: look at its interval. Many bins need many rows. Scores near 0 and 1 all the time are typical of deep trees, boosting and naive Bayes; a Calibrate probabilities node can mend them, on rows that are neither for training nor for the test.',
} satisfies Explanation
