import type { z } from 'zod'
import type { JsonObject } from '@/base/json'
import type { Task } from '@/values/objective'
import type { ColumnType } from '@/values/table'
import type { Capability } from './capability'
import type { Port, PortSpecs } from './port'
import { toPorts } from './port'
import type { StageId } from './stages'

/** Another parameter has one of these values. */
export interface ShowWhen {
  param: string
  in: (string | number | boolean)[]
}

/**
 * How one parameter is shown; given through `.meta()` of its schema.
 * - `column`, `columns`: picker over the columns of the input data (downstream data for an objective);
 * - `records`: a list of small records whose parts are columns, choices, numbers or words;
 * - `column-roles`, `column-types`, `layers`, `file`, `metric`, `text`: widgets of their own;
 * - `space`: the parameters of the learners that are wired in, each with what is searched of it;
 * - `grid`: a table of cells that can be typed into;
 * - `sql`: text of a query, completed from the tables that are wired in;
 * - `formula`: text of a formula, completed from `functions` and the columns;
 * - `request`: a text that is sent to a server, taken over when it is complete; `again`: a button that counts up;
 * - `credential`: a secret that is kept on this device, the parameter holding a random name for it;
 * - `hidden`: kept in the file, never shown.
 */
export interface ParamMeta {
  title: string
  help?: string
  unit?: string
  group?: string
  widget?:
    | 'column'
    | 'columns'
    | 'class'
    | 'column-roles'
    | 'column-types'
    | 'layers'
    | 'space'
    | 'records'
    | 'grid'
    | 'sql'
    | 'file'
    | 'metric'
    | 'text'
    | 'formula'
    | 'request'
    | 'again'
    | 'credential'
    | 'hidden'
  /** Titles for the values of an enum: value → what a person reads. */
  options?: Record<string, string>
  /** The input port whose columns a `column` or `columns` picker lists; the first port with data when absent. */
  port?: string
  /** Types of columns that the step can work on, so that rules of a `columns` picker catch no other. */
  takes?: readonly ColumnType[]
  /** Words that a text part of a record is likely to be: the values of the column that this part or parameter names. */
  valuesOf?: string
  /** Endings of further files that a `file` parameter takes, e.g. `.duckdb,.sqlite`. */
  accept?: string
  /** Endings of the only files that a `file` parameter takes: it is no data file. */
  takesOnly?: string
  /** What a `formula` may call. */
  functions?: { name: string; group: string; usage: string; help: string }[]
  /** Shown only while another parameter has one of the given values, or a record of a list has it in a part. */
  showWhen?: ShowWhen & { and?: ShowWhen; orIn?: { records: string; part: string } }
  /** Shown only where the data's task is one of these, or is not known yet. */
  showForTask?: Task[]
  step?: number
  /** What an empty field of a nullable number means, in a word or two; “none” when absent. */
  whenNull?: string
}

export interface NodeSpec<P extends z.ZodObject, I extends PortSpecs, O extends PortSpecs> {
  /** `<stage>/<folder>`, the id in saved files. */
  type: string
  version: number
  stage: StageId
  title: string
  /** One sentence, shown in the palette and above the form. */
  summary: string
  /** Further words that a search finds it by: its names elsewhere, its methods, and what it comes nearest to. */
  alsoCalled?: readonly string[]
  /** Used in most workflows: shown first where a stage has many types. */
  common?: true
  /** A `z.strictObject` that is valid when empty: every parameter has a default. */
  params: P
  inputs: I
  outputs: O
  /**
   * Takes its time, or has something outside that must not be asked after every edit: it does not run by itself but only
   * when the person presses Run, and what hangs below it waits for that.
   */
  onlyOnRun?: true
  /**
   * What a wire that is drawn to an input means for parameters that are not set yet, e.g. that rows come from there;
   * given what the person has set.
   */
  whenWired?: (port: string, params: Readonly<JsonObject>) => JsonObject
  /** It learns a target, so something above it has to name one. */
  needsTarget?: boolean
  /** Whether these parameters name a target for all that follows. */
  namesTarget?: (params: Readonly<Record<string, unknown>>) => boolean
  /** What a node with these parameters wants to do beyond computing; pure, called on page and worker. */
  capabilities?(params: z.output<P>): Capability[]
}

/** One kind of step: plain data that page, worker and command line all load. */
export interface NodeDefinition<
  P extends z.ZodObject = z.ZodObject,
  I extends PortSpecs = PortSpecs,
  O extends PortSpecs = PortSpecs,
> extends NodeSpec<P, I, O> {
  inputPorts: Port[]
  outputPorts: Port[]
}

export type AnyDefinition = NodeDefinition

/** Definitions by type; the only thing that plan and engine know of the nodes. */
export type Definitions = ReadonlyMap<string, AnyDefinition>

export function defineNode<P extends z.ZodObject, const I extends PortSpecs, const O extends PortSpecs>(
  spec: NodeSpec<P, I, O>,
): NodeDefinition<P, I, O> {
  return { ...spec, inputPorts: toPorts(spec.inputs), outputPorts: toPorts(spec.outputs) }
}

/** What a node wants, given its parameters as they lie in the file; nothing where they are wrong, as it cannot run. */
export function capabilitiesOf(definition: AnyDefinition | undefined, params: unknown): Capability[] {
  if (!definition?.capabilities) return []
  const parsed = definition.params.safeParse(params)
  return parsed.success ? definition.capabilities(parsed.data) : []
}

export type ParamsOf<D> = D extends { params: infer P }
  ? P extends z.ZodObject
    ? z.output<P>
    : never
  : never
export type InputsOf<D> = D extends { inputs: infer I extends PortSpecs } ? I : never
export type OutputsOf<D> = D extends { outputs: infer O extends PortSpecs } ? O : never

/** Whether the type runs by itself shortly after an edit, so that previews and column pickers are alive. */
export const runsByItself = (stage: StageId): boolean =>
  stage === 'problem' || stage === 'gather' || stage === 'prepare'
