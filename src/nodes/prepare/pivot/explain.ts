import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Writes one row for each value of the keys, and one column for each category of “names from”. What stands in a cell is a figure of all values that belong there. (Ann, tea, 2), (Ann, milk, 3), (Bob, tea, 1) becomes Ann: tea 2, milk 3 and Bob: tea 1, milk missing. Without a column of values, the cells count rows. Rows and new columns are in ascending order.',
  when: 'When a table is long, with one row for each measurement, and a model needs one row for each patient, shop or day with all measurements side by side.',
  pitfalls:
    'Every category becomes a column: a column with thousands of different values is refused, so merge rare ones first. A combination that never occurred is missing, which is not the same as 0: say so with “empty cells” when it is. A new category later is a new column that the model does not know.',
} satisfies Explanation
