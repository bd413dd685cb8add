import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Takes the rows of the first table, then those of the second, and so on, in the order of the wires. Columns are matched by name. With “all columns” a column that a table lacks is missing in its rows; with “shared columns” only those go on that every table has. January with (day, sales) and February with (day, sales, rain) make one table in which rain is missing in January.',
  when: 'When the same kind of data comes in several files: one for each month, shop or machine. The origin column keeps which table a row came from.',
  pitfalls:
    '“Sales” and “sales” are two columns: names must be written alike. A column that holds numbers in one table and words in another stops the step. If the tables differ in how they were measured, a model can learn the origin in place of what you want: look at the origin column.',
} satisfies Explanation
