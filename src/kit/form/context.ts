import type { Json } from '@/base/json'
import type { StepError } from '@/contract/errors'
import type { ColumnPreview } from '@/values/preview'
import type { Task } from '@/values/objective'
import type { Field } from './fields'

/** What the fields of one node share. */
export interface FormContext {
  params: Readonly<Record<string, unknown>>
  /** Columns of the data that reaches the node. */
  columns: ColumnPreview[]
  /** Columns of the data at one input port, where a step has several. */
  columnsAt?: (port: string) => ColumnPreview[]
  /** What is predicted from them; null while that is not known. */
  task: Task | null
  disabled: boolean
  /** Sentences about a parameter that the plan refuses. */
  problem: (param: string) => string | null
  /** What is wrong with a formula over these columns, and from which character to which; null when nothing is. */
  checkFormula?: (text: string) => { start: number; end: number; sentence: string } | null
  /** Tables that a query can name. */
  tables?: QueryTableView[]
  /** Learners that are wired to the node, whose parameters a `space` searches. */
  learners?: WiredLearner[]
  /** Why the last run of the node failed, as it stands now. */
  failure?: StepError | null
  /** Secrets for the server of this node; absent where none can be kept. */
  credentials?: CredentialAccess
  onChange: (param: string, value: Json) => void
  /** Called with the file that was picked for a `file` parameter. */
  onFile: (file: File, param: string) => void
}

/** What is searched of one parameter: a range of numbers, or some of its choices. */
export type SpaceRecord = { type: string; param: string } & (
  { from: number; to: number; log: boolean } | { options: (string | number | boolean)[] }
)

/** A wired learner as the editor of a search space needs it. */
export interface WiredLearner {
  type: string
  title: string
  /** Parameters that can be searched. */
  fields: Field[]
  /** What is searched where nothing is chosen. */
  usual: SpaceRecord[]
  /** How a parameter is searched when it is added. */
  recordFor: (field: Field) => SpaceRecord
}

/** A table as a query names it, and where it comes from. */
export interface QueryTableView {
  name: string
  /** The node that it comes from; null for a table of a file. */
  title: string | null
  columns: { name: string; written: string; type: string }[]
}

/** Secrets that this device keeps for one workflow and one server. */
export interface CredentialAccess {
  /** The server that they are for; null while no address is given. */
  origin: string | null
  has: (name: string) => Promise<boolean>
  /** @returns the name under which it is kept. */
  keep: (secret: { user: string; secret: string }) => Promise<string>
  forget: (name: string) => Promise<void>
}

/** Columns of the data at the port that a picker is about; those of the node when it names none. */
export const columnsAt = (form: FormContext, port: string | null): ColumnPreview[] =>
  port === null ? form.columns : (form.columnsAt?.(port) ?? form.columns)

export interface FieldProps {
  field: Field
  value: unknown
  form: FormContext
}
