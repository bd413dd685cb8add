import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Grows each tree on rows drawn with replacement, and looks at a few features, drawn by chance, for each question. The trees err in different ways, so the mean of their answers errs less than any of them. Values are first sorted into at most 255 bins. Missing values and categories are used as they are: each question learns on which side they belong.',
  when: 'As a strong first model for tables: it needs no scaling, filling or encoding, hardly any tuning, and more trees never make it worse. The out-of-bag score tells how good it is without setting rows aside.',
  pitfalls:
    'Hundreds of deep trees take room and cannot be read like one tree. It predicts nothing beyond the values it has seen. Boosting is often a little more accurate. Importances favour features with many values, and say nothing about cause.',
} satisfies Explanation
