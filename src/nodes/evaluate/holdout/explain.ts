import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Lets each model score the test rows and compares its answers with the truth: a table of metrics with 95 % confidence intervals, the confusion matrix, ROC and precision–recall curves for two classes, residuals for numbers. The best model on the primary metric is held against the objective: MET or NOT MET.',
  when: 'Once there is a model and a split with test rows. Wire several models to compare them on the same rows, or wire a separate test dataset to judge them on data from elsewhere.',
  pitfalls:
    'Every look at the test rows that changes a decision makes them a little less unseen: choose between settings by cross-validation, and keep this for the end. With few rows the intervals are wide, and a small lead of one model over another means nothing when they overlap. Moving the threshold trades false alarms for misses; it does not make the model better.',
} satisfies Explanation
