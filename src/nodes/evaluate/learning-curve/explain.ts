import type { Explanation } from '@/contract/explanation'

export default {
  does: 'In every fold the learner is trained on a first part of the training rows, then on more and more of them, up to all. Each time it is judged on the test rows of the fold and on the rows that it was trained on. A larger part holds the smaller ones, and each class keeps its share in every part. The bands are one standard deviation over the folds.',
  when: 'To decide whether more rows are worth their cost. When the curve of the test rows still rises at the end, more rows would help. When both curves lie together and flat, they would not: better features or a richer learner might. A wide gap between the curves means that the learner remembers its rows.',
  pitfalls:
    'The largest part is what the folds leave for training, not all rows. A curve that ends at 500 rows says little about 50,000. Points with few rows vary much, and some learners cannot be trained there at all: such a point is left out with its reason.',
} satisfies Explanation
