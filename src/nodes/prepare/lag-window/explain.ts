import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Looks back over the rows before each row, in the order of time and within its group, and never at the rows after it. “Value, 1 row back” of the sales 5, 7, 9 is missing, 5, 7; “mean of 2 rows before” is missing, 5, 6; “change, 1 row” is missing, missing, 2: how the row before differs from the one before that. With “include the row itself” windows and changes end at the row itself. The first rows of each group have fewer rows before them: a figure is made of those that there are. Rows keep their order.',
  when: 'When what comes next depends on what came before: sales by day, measurements of a machine, visits of a customer.',
  pitfalls:
    'Rows are counted, not days: after a gap “7 rows back” is more than a week. Choose the group (shop, machine), or values of one go over to another. Split by time afterwards: in a random split neighbours of a test row are in training. The row itself must not be included for what is to be predicted, and is refused for the target.',
} satisfies Explanation
