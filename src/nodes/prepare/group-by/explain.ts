import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Puts rows with the same values in the key columns into one group, and writes one row for each group: its keys, how many rows it has, and the figures that you ask for. Three purchases of Ann (5, 7, 9) and one of Bob (4) become two rows: Ann with 3 rows and a mean of 7, Bob with 1 row and a mean of 4. Missing values are left out of every figure but the share missing; the sum of nothing is 0. A missing key is a group of its own. Groups are in ascending order of their keys.',
  when: 'When the data have a row for each event and you want to predict something about a customer, a day or a machine. Without keys, all rows become one: a quick summary.',
  pitfalls:
    'What is predicted must be known per group: add the target as a key or as a figure (the last value, the largest). Figures over events that happened after the moment of the prediction give the answer away: filter by date first. A mean of few rows jumps about, so keep the number of rows.',
} satisfies Explanation
