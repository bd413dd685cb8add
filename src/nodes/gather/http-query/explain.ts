import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Asks a ClickHouse, Datasette or PostgREST server, or any address that answers with JSON or CSV, and goes on page by page until it has all rows. With the address https://data.example.org/shop of a Datasette and the query “select day, sum(rides) as rides from bikes group by day” you get a table of two columns, one row a day.',
  when: 'When the data live in a database or behind a service: ask for the rows and columns that you need instead of copying whole tables.',
  pitfalls:
    'Pages can shift while they are read when rows are added: give the query an order, and expect that reading again brings other rows. Servers cap what they give: the result says when rows are missing. The query and the headers lie in the workflow file: put keys and passwords under Credential, where they stay on this device. Many servers must be told to let web pages read their answers (CORS).',
} satisfies Explanation
