import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Runs one SQL query with DuckDB over the tables that are wired in: the first wire is table a, the second b, and so on, whatever the nodes are called. What the query gives is a new table. With shops (town, sales) wired in, SELECT town, sum(sales) AS total FROM a GROUP BY town gives one row for each town.',
  when: 'When you think in SQL, or when a join with several conditions, a window or a running total is said faster in SQL than in several nodes.',
  pitfalls:
    'A join whose key comes twice on both sides multiplies rows: count them. Rows have no order without ORDER BY. Group and join before anything is learned or split: a query makes new rows, so it is refused after steps that learned from them. The endpoint does not run it: the model will ask for the columns that the query gave. Extensions, other files and the network are out of reach.',
} satisfies Explanation
