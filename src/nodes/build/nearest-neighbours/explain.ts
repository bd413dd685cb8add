import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Keeps all training rows. For a new row it looks up the k rows that are nearest, and answers with the shares of their classes or the mean of their values.',
  when: 'When rows that look alike have like answers, the features are few and the rows many; and as a simple model that others must beat.',
  pitfalls:
    'Features count by their size: scale them first. Many useless features hide the useful ones. The model keeps every training row, so it is as large as the data, and a large one predicts slowly. Of rows that are equally far away the first in the data is taken.',
} satisfies Explanation
