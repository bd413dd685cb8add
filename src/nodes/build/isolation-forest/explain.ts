import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Cuts the data at random places of random columns, again and again, until rows are alone. A row far from the others is alone after few cuts. The score is made of the mean number of cuts over many trees: near 1 is unusual, 0.5 or less is not.',
  when: 'When usual rows are many and unusual ones few, with many columns or many rows: faults, frauds, errors of entry. It needs no scaling, no distances and no target, and is quick.',
  pitfalls:
    'Scores order rows; where to draw the line is your choice. The limit of 0.5 calls many rows unusual where the data have no dense middle. Each cut looks at one column, so that a row that is odd only in a combination of columns can be missed.',
} satisfies Explanation
