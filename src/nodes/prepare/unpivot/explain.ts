import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Takes the chosen columns apart: each of their values becomes a row with the name of its column, and all other columns are repeated beside it. Ann: tea 2, milk 3 becomes (Ann, tea, 2) and (Ann, milk, 3). First come all rows of the first column, then those of the second.',
  when: 'When a table is wide, with a column for each month or product, and you want to group, chart or model by that month or product.',
  pitfalls:
    'The rows of one thing belong together: keep an id, and split by group, or the same thing is in training and test. A split before this step is followed. Numbers and words do not go into one column: choose columns of one kind.',
} satisfies Explanation
