import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Trains every wired learner with its own recipe and joins what the models say. Voting takes the mean of the probabilities (or of the numbers), or counts votes. Stacking lets a last, linear model weigh the members by what they said of rows that they had not learned from. Bagging trains each learner many times on rows drawn at random, and takes the mean.',
  when: 'When several models are about equally good and err on different rows: their errors partly cancel. Bagging steadies learners that change much with the rows, such as deep trees. Stacking when some members deserve more weight than others.',
  pitfalls:
    'Members that err alike gain nothing. One model is easier to explain, quicker to ask, and often almost as good: compare. Stacking trains each learner once for every fold and once more. Hard votes are coarse: their probabilities are shares of votes, and a tie of two classes counts as positive.',
} satisfies Explanation
