import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Takes every learner that can answer the question, first with its usual settings, then with other settings drawn by chance from the ranges in which good ones usually lie. All are judged by cross-validation on the same folds of the rows that are not marked as test. Where the data still have gaps or words, each gets a recipe that fills and encodes them; learners that need like units also scale. The best is trained on all training rows, recipe included.',
  when: 'Early, to see in one go which kind of model suits the data and how far you can get; then build and tune the best kind yourself.',
  pitfalls:
    'The best of many owes a part of its score to luck: judge it on test rows. The learner that leaves this node has the best settings, but not the steps that were added to its recipe: only the model has these. A search bounded by seconds tries more on a faster machine, so it cannot be repeated exactly; one bounded by a number of models can.',
} satisfies Explanation
