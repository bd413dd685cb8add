import type { Migration } from './migration'

/** Version 0, the first draft of the format, had neither a seed nor feedback wires, notes and files. */
export const addFeedback: Migration = {
  from: 0,
  name: 'add seed, feedback, notes and files',
  migrate: (document) => ({ ...document, version: 1, seed: 42, feedback: [], notes: [], files: [] }),
}
