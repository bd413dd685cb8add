import type { Explanation } from '@/contract/explanation'

export default {
  does: 'One setting of the wired learner is given each of a row of values; everything else stays. With each value the learner is trained in every fold, recipe included, and judged on the test rows of the fold and on the rows that it was trained on. The folds and the chance are the same for all values. The bands are one standard deviation over the folds, and the best value is marked.',
  when: 'To understand a setting before searching over several at once: where the learner is too simple (both curves are poor), where it remembers its rows (the curves part), and how wide the good range between them is. A flat top says that the exact value does not matter.',
  pitfalls:
    'The best value is the luckiest of those tried, so its score promises a little too much: judge the model with that value on rows that had no part in the choice. Bands that overlap mean that the values cannot be told apart. The best value of one setting may move when another one changes: Tune searches several together. A value that cannot be trained is listed with its reason.',
} satisfies Explanation
