import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Keeps a table of at most 2,000 rows and 50 columns inside the workflow. Copy cells in a spreadsheet, click a cell here and paste: the block lands at that cell. Pasted into an empty table, a first row of words becomes the names. Types are guessed as for a CSV file and can be corrected. With the names city and height and the rows Bonn, 60 and Ulm, 478 you have a table of a category and a number.',
  when: 'For a few rows of your own, for a table that translates codes to names (join it to the rest), or to try a step on data whose answer you know.',
  pitfalls:
    'The rows are part of the workflow and travel with it: do not paste what others must not see. The workflow grows with them, so read a file where there are more than some hundred rows. Empty cells, NA, N/A, NaN, null, ?, - and . count as missing; if one of these is a real value, count only empty cells.',
} satisfies Explanation
