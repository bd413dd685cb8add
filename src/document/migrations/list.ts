import { addFeedback } from './addFeedback'
import type { Migration } from './migration'

/** In order, from the oldest version to the current one. Append only. */
export const migrations: readonly Migration[] = [addFeedback]
