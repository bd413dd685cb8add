import type { Explanation } from '@/contract/explanation'

export default {
  does: 'For classes it always answers the most frequent class, with the share of each class in the training rows as its probability. For numbers it always answers the mean or the median of the training rows. It looks at no feature.',
  when: 'First, and beside every other model: a score means little until you know what can be had without learning anything.',
  pitfalls:
    'When 95 % of the rows are of one class, the baseline is right 95 % of the time. Accuracy then says little: look at balanced accuracy or ROC AUC.',
} satisfies Explanation
