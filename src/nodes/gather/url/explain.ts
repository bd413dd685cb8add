import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Fetches what lies at an address and reads it as it would read a file: CSV, TSV, JSON, Parquet, and gzip of those. Before the first request to a server the node asks you; nothing is sent until you agree. https://data.example.org/bikes.csv with the lines “day,rides” and “2026-05-03,812” becomes a table of a date and a number.',
  when: 'For open data that is published at a fixed address, and for tables that are written anew every day: press Read again to fetch the newest.',
  pitfalls:
    'Many servers do not let pages of other sites read their answers (CORS); the browser then refuses, and the node says so: save the data to a file instead. What lies at an address may change, so the same workflow can give other figures tomorrow: each iteration records a fingerprint of its data. An address with a password or key in it lies in the workflow file for everyone to read.',
} satisfies Explanation
