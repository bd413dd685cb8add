import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Looks for the question “is this feature at most this value?” that divides the training rows into the two purest groups, and goes on in each group. A leaf answers with the shares of the classes, or the mean, of its training rows.',
  when: 'When you want to see and tell how a prediction comes about, when features act together, or when their units differ: scaling changes nothing.',
  pitfalls:
    'A deep tree learns the rows by heart: limit its depth, ask for more rows in a leaf, or prune it. A small change in the data can give quite another tree. It predicts in steps and never beyond the values it has seen.',
} satisfies Explanation
