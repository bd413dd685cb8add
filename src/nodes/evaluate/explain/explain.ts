import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Starts from the mean answer and says how much each feature moves the answer for one row up or down (Shapley values): the mean over all orders in which the features could become known. Decision trees, forests and boostings are explained exactly by their own questions (TreeSHAP); the trees of a boosting add up to log-odds, not to a probability. Any other model is asked with mixtures of the row and other rows, in drawn orders, each walked forwards and backwards. The parts add up to the answer less the mean.',
  when: 'To see why one row got its answer, and, over many rows, which features matter and in which direction.',
  pitfalls:
    'It explains the model, not the world: a feature that raises the answer need not cause anything. Features that go together share what they know, and mixtures of rows can be rows that do not exist. The parts depend on what is taken as the mean: trees compare with their own training rows, other models with a few drawn rows.',
} satisfies Explanation
