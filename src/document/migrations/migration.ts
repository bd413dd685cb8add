import type { JsonObject } from '@/base/json'

/** One step from a version of the format to the next. Once released it is never changed: files depend on it. */
export interface Migration {
  from: number
  name: string
  /** Works on any object of that version, also an invalid one: what is wrong is told by the schema afterwards. */
  migrate(document: JsonObject): JsonObject
}
