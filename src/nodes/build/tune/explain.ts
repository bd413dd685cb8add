import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Each trial sets the chosen parameters of the wired learner anew and judges it by cross-validation on the rows that are not marked as test; every trial meets the same folds, and the recipe is fitted again in each. The best settings are then trained on all training rows. A grid tries every combination, random search draws them, successive halving gives many a short trial and the best more rows, and the Bayesian search (TPE) looks where good trials were. A trial that fails stays in the table with its reason.',
  when: 'When a learner works in principle and you want more from it, or cannot tell which settings fit your data. Random and Bayesian search find more than a grid as soon as there are three or more parameters.',
  pitfalls:
    'The best score of many trials is partly luck, so it promises too much: judge the winner on test rows, or switch on nested cross-validation, which shows by how much. A search bounded by seconds tries more on a faster machine, so it cannot be repeated exactly; one bounded by trials can. A best value at the end of its range says that the range is too narrow.',
} satisfies Explanation
