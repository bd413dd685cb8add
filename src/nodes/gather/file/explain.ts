import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Turns a file into a table: delimited text, JSON (a list of records, a record a line, or an object of columns), Parquet, and gzip of these. Format, encoding, delimiter, quotes, decimal sign, lines before the table, names and column types are guessed; under Import each guess stands beside the first rows and can be corrected. The lines “Report 2026”, “”, “name;kg”, “Ada;61,5” become one row of a text and the number 61.5.',
  when: 'For data of your own. Drop a file on the canvas, or choose one here. Of a very long file, read only the first rows until the workflow stands: a badge on all results says so.',
  pitfalls:
    'Look at the types: postcodes and other codes are not numbers, and one stray word makes a column of numbers a column of words. Empty cells and NA, N/A, NaN, null, ?, - and . count as missing; if one of these is a real value (NA for Namibia), count only empty cells. Dates such as 3/4/2026 are read with the day first where nothing speaks against it; the node says so. Nested JSON objects become columns such as address.city, lists stay as text. Rows with too few or too many cells are listed with their lines. The first rows of a sorted file are no fair sample.',
} satisfies Explanation
