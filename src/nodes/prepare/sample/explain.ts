import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Takes the first rows, rows by chance, rows by chance with the same mix of categories, or every so many rows. The same seed of the workflow takes the same rows again. Of 1,000 rows of which 900 are “no” and 100 “yes”, a sample of 100 with the same mix has 90 and 10. Rows keep their order.',
  when: 'When trying out steps on a large table: work on a sample, and take this node out at the end.',
  pitfalls:
    'Figures on a sample are less certain than on all rows. The first rows are no fair sample when the table is sorted, by date for instance. Every so many rows can fall in with a rhythm in the data, such as the days of a week.',
} satisfies Explanation
