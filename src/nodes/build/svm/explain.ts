import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Looks for the border between two classes that keeps the largest distance to the rows on both sides, and lets a few rows stand on the wrong side at a price (C). Only the rows near the border, the support vectors, decide where it runs. A kernel compares rows by their likeness, which lets the border bend. Several classes are decided by a vote of all pairs; for numbers it looks for a smooth curve with most rows within epsilon of it.',
  when: 'For up to some tens of thousands of rows with many numeric features and a border that is not straight. With a linear kernel it is a steady alternative to logistic regression.',
  pitfalls:
    'Scale the features first: likeness is a distance, and the feature with the largest numbers would decide alone. Time grows with the square of the rows and worse. Without Platt scaling its scores order the rows, and are no probabilities. C and gamma have to be tuned together.',
} satisfies Explanation
