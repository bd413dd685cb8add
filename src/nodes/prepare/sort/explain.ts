import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Orders rows by the first column; rows that are alike in it by the second, and so on. Rows that are alike in all keep the order that they had. By city and then by price, largest first: Bern 9, Bern 4, Oslo 7. Numbers and dates are ordered by value, words by their letters (capitals before small ones). Rows without a value go to the end.',
  when: 'Before a step that looks at rows in order, such as keeping the first of several duplicates, or to see the largest and smallest.',
  pitfalls:
    'Most models do not care about the order of rows. After sorting, “the first 100 rows” is no fair sample. “10” as a word comes before “9”: give the column the type number in Select columns.',
} satisfies Explanation
