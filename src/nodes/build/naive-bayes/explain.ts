import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Learns how each feature is distributed in each class: numbers by mean and variance, words by how often each comes. For a new row it multiplies the shares of the classes by how well each value fits, one feature after the other, and answers with what is left.',
  when: 'As a first classifier that is fitted in one look at the data, with few rows, with many features such as word counts, and where values are missing: a gap simply leaves its feature out.',
  pitfalls:
    'Features that say the same count twice, so its probabilities are mostly too near 0 and 1: calibrate them where they matter. The Gaussian kind expects numbers that lie around a middle in each class; the multinomial one expects counts.',
} satisfies Explanation
