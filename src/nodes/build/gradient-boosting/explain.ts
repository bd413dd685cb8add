import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Starts with one answer for all rows. Each iteration grows a small tree on the errors that are left, always splitting the leaf where the loss falls most, and adds a part of its answer (the learning rate). Values are first sorted into at most 255 bins, so that large data train quickly. Missing values and categories are used as they are: each question learns on which side they belong.',
  when: 'On tables of numbers and categories with more than some hundred rows, it is often the most accurate learner. Nothing needs to be scaled, filled or encoded.',
  pitfalls:
    'More iterations fit the training rows ever better: give it validation rows and let it stop early. A small learning rate needs more iterations, and mostly predicts a little better. With few rows a simpler model is often as good. It cannot predict beyond the values it has seen, and importances say nothing about cause.',
} satisfies Explanation
