import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Tells of each column what is in it: type, missing and different values, distribution, quantiles, outliers. Compares each pair: two numbers by Pearson’s and Spearman’s correlation, a number and a category by the correlation ratio η, two categories by Cramér’s V, corrected for bias. Then it lists what is odd: say that “customer” has a different value in all 500 rows, and that “refunded” alone tells who left.',
  when: 'First of all, before anything is prepared: half of the work on data is finding out what they are. Again after preparation, to see what became of them.',
  pitfalls:
    'Going together is not causing: ice cream and sunburn correlate. A correlation of 0 rules out a straight line only, not a curve: look at the distribution as well. Cramér’s V and η have no sign, and are never negative. Among a hundred columns a few go together by chance alone.',
} satisfies Explanation
