import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Scores rows that the model has not learned from and counts, for each possible threshold, how many are found, missed and wrongly called. The threshold that serves the goal best goes on with the model: hold-out evaluation and endpoint decide by it. If a miss costs five times as much as a false alarm, the best threshold lies well below 0.5.',
  when: 'For two classes, when the errors do not weigh the same, when one class is rare, or when a least recall or precision is asked for. Write the costs into the Objective first.',
  pitfalls:
    'A threshold that was chosen on the test rows makes them part of the training: give the Split a share for validation, or wire other rows. On few rows the best threshold is partly luck: look whether its neighbours do nearly as well. It does not make the scores better, it only decides what to do with them.',
} satisfies Explanation
