import { z } from 'zod'

export const formatName = 'stagecraft/workflow'
export const currentVersion = 1

const name = z.string().max(200)
const id = z.string().min(1).max(64)
const coordinate = z.number().min(-1e6).max(1e6)
const position = z.strictObject({ x: coordinate, y: coordinate })
const portEnd = z.strictObject({ node: id, port: id })

/** Parameters are kept as they are: the definition checks them, and unknown types stay verbatim. */
const nodeSchema = z.strictObject({
  id,
  /** `<stage>/<type>`. */
  type: z.string().min(1).max(100),
  typeVersion: z.int().min(1),
  /** Given by the person; empty means the title of the type. */
  title: name,
  params: z.record(z.string(), z.json()),
  position,
})

const wireSchema = z.strictObject({ id, from: portEnd, to: portEnd })

export const ruleSchema = z.strictObject({
  when: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('objective-not-met') }),
    z.strictObject({ kind: z.literal('metric-below'), metric: name, value: z.number() }),
    z.strictObject({ kind: z.literal('drift-found') }),
    z.strictObject({ kind: z.literal('performance-fell') }),
  ]),
  then: z.discriminatedUnion('kind', [
    /** The next value of the list replaces the parameter of the target node. */
    z.strictObject({ kind: z.literal('set-parameter'), parameter: name, values: z.array(z.json()).max(100) }),
    /** The rows that were monitored, with their labels, are added to the target source. */
    z.strictObject({ kind: z.literal('append-data') }),
    z.strictObject({ kind: z.literal('propose'), advice: z.string().max(2000) }),
  ]),
  atMost: z.int().min(1).max(100),
})

const feedbackSchema = z.strictObject({ id, from: id, to: id, rule: ruleSchema })

const noteSchema = z.strictObject({
  id,
  text: z.string().max(5000),
  position,
  width: z.number().min(40).max(4000),
  height: z.number().min(20).max(4000),
})

/** Data that travels inside the workflow by choice, base64; without `content` the file is only named. */
const fileSchema = z.strictObject({
  hash: z.string().regex(/^[0-9a-f]{32}$/),
  name,
  size: z.int().min(0),
  content: z.string().nullable(),
})

/** The workflow document, current version. */
export const workflowSchema = z.strictObject({
  format: z.literal(formatName),
  version: z.literal(currentVersion),
  /** Stays with the document through renames, saves and copies on this device. */
  id,
  name,
  seed: z.int().min(0).max(4294967295),
  nodes: z.array(nodeSchema).max(2000),
  wires: z.array(wireSchema).max(10_000),
  feedback: z.array(feedbackSchema).max(200),
  notes: z.array(noteSchema).max(500),
  files: z.array(fileSchema).max(100),
})

export type Workflow = z.output<typeof workflowSchema>
export type WorkflowNode = Workflow['nodes'][number]
export type Wire = Workflow['wires'][number]
export type FeedbackWire = Workflow['feedback'][number]
export type FeedbackRule = z.output<typeof ruleSchema>
export type Note = Workflow['notes'][number]
export type WorkflowFile = Workflow['files'][number]
