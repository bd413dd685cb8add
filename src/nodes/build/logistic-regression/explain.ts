import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Gives each feature a weight, adds them up, and turns the sum into a probability: with an S-shaped curve for two classes, by sharing out between the classes (softmax) for more. The weights make the training rows as probable as they can be, held back by a penalty on large weights: on their squares (L2), on their size (L1), which sets many to exactly 0, on both (elastic net), or none, which gives each weight a 95 % interval.',
  when: 'First for any target of classes: quick, good with few rows, and its probabilities can mostly be believed. A positive weight makes the class more probable. L1 where few of many features matter; weights of the classes where a rare class must not be missed.',
  pitfalls:
    'Scale the features first: the penalty treats all weights alike, whatever their units, and the search is quicker. It separates classes by straight lines (planes) only. When classes can be separated without error, only the penalty keeps the weights finite. With weights of the classes its probabilities are no longer those of the data: calibrate them, or move the threshold instead.',
} satisfies Explanation
