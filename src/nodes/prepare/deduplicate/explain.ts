import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Finds rows that are the same in all chosen columns, two missing values counting as the same, and keeps the first of them, the last, or none. Of “Ann, 5”, “Bob, 4”, “Ann, 5” the first two stay.',
  when: 'When an export was written twice, a form was sent twice, or a table should have one row for each customer. Sort rows first to say which one is the first.',
  pitfalls:
    'The same row in training and test makes a model look better than it is, which is why this belongs before the split. But two customers may truly be alike in the columns that you chose: choose those that identify a row.',
} satisfies Explanation
