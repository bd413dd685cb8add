import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Trains the wired learner, looks at its probabilities on rows that it has not learned from, and fits a rising curve from what it says to what happened: an S-shaped one (Platt scaling) or steps (isotonic). Several classes are corrected one against the rest.',
  when: 'When probabilities are used as such: expected costs, thresholds, ranking by risk. Trees, boosting, nearest neighbours and balanced training rows often need it; a plain logistic regression seldom does.',
  pitfalls:
    'It does not make a model tell classes apart better. Isotonic steps need about 1,000 rows and more, or they follow chance. Folds train the learner several times. The curves here are on training or validation rows: judge the end result on test rows.',
} satisfies Explanation
