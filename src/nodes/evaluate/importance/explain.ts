import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Takes the test rows, deals the values of one raw column out again at random, lets the whole model answer (preparation included), and measures how much the metric gets worse. This is repeated, and done for every column. The interval says how much the chance of the shuffles alone moves the mean.',
  when: 'To learn which columns this model leans on, for any kind of model: to drop columns that cost effort and bring nothing, or to find one that should not be known yet.',
  pitfalls:
    'It tells what this model uses, not what causes the target: nothing follows for what would happen if you changed a column in the world. Columns that say the same share their importance: each looks unimportant because the other one stands in for it. A poor model has no telling importances. A small negative value is chance: it means none.',
} satisfies Explanation
