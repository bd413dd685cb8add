import type { JsonObject } from '@/base/json'

/** Rows that a chart draws, by their numbers in the raw table that `origin` names; bounded. */
export interface DrawnRows {
  origin: string
  rows: number[]
}

/** Rows of one raw table that were picked in a chart, and the condition that they fulfil. */
export interface RowSelection {
  /** Names the mark that was picked: picking it again clears the selection. */
  key: string
  /** Node in whose chart it was made, and the result that the chart showed. */
  node: string
  result: string
  origin: string
  /** Those that the chart knows of; more may fulfil the condition. */
  rows: number[]
  /** How many fulfil the condition. */
  count: number
  /** The condition as a person reads it: `species is “Adelie”, predicted “Gentoo”`. */
  words: string
  /** Null where no node can state the condition. */
  onward: Onward | null
}

/** A node that finds the rows again, whatever the next run changes: it states the condition, not the rows. */
export interface Onward {
  type: string
  params: JsonObject
  /** What to wire to its inputs: an output of the chart's node, or what is wired to an input of it. */
  wires: ({ to: string } & ({ output: string } | { input: string; index: number }))[]
}
