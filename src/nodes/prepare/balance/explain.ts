import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Changes only the rows that a model learns from. With 90 rows of “no” and 10 of “yes”, repeating rows draws from the 10 until there are 90, leaving out rows keeps 10 of the 90, and SMOTE makes 80 new rows that lie between a “yes” and one of its nearest “yes”. The rows that a model is judged on stay as they are.',
  when: 'When a class is so rare that a model does well by never predicting it, and finding it matters. Try it against no balancing and against another decision threshold, which often serves as well.',
  pitfalls:
    'Probabilities of a balanced model are too high for the rare class. Repeated rows are easily learned by heart, left out ones are lost. SMOTE makes values that nobody measured, such as 2.4 children; it measures distance, so scale numbers before it, and fill missing values.',
} satisfies Explanation
