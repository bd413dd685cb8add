import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Finds for each row on the left the rows on the right with the same keys. With “all rows of the left” an order of customer 7 gets the name and city of customer 7; an order of a customer who is not in the list keeps its row, and name and city are missing there. The result says whether the keys are unique and how many rows found no match. A key that is missing matches nothing. The key columns come once, under their name on the left; another column that both tables have gets the suffix.',
  when: 'When what you know about a row lies in two tables: orders and customers, measurements and stations. “Only rows that match” and “only rows without a match” filter the left table and add no column.',
  pitfalls:
    'A key that occurs several times on both sides multiplies rows: 100 × 100 rows of the same key are 10,000. Say what you expect of the keys and the step stops when it is not so. Keys that only look alike (“7” and 7, “Ann” and “ann ”) do not match. Columns that were written after the outcome give it away, whichever table they come from.',
} satisfies Explanation
