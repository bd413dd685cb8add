import type { Json } from '@/base/json'
import type { StepError } from '@/contract/errors'
import type { RunOutcome, StepResult } from '@/contract/events'
import type { Workflow } from '@/document/schema'
import type { Iteration } from '@/history/types'
import type { Plan } from '@/plan/types'
import type { RowSelection } from '@/values/rowSelection'

/** Shown on a card as shape, colour and word. `not-connected`: done, but what it says reaches no other node. */
export type NodeState = 'needs-input' | 'ready' | 'running' | 'done' | 'not-connected' | 'stale' | 'failed'

/** What the page knows of a node's last run. */
export interface NodeRun {
  /** Type of the node when it ran; results of another type under the same id are dropped. Absent: never ran. */
  type?: string
  /** Last finished result; kept while a new one is computed, and shown as stale. */
  result: StepResult | null
  error: { key: string; error: StepError } | null
  /** Present while the step runs. */
  progress: { share: number | null; message: string; live: Json | null; startedAt: number } | null
  /** Node whose failure keeps this one from running. */
  blockedBy: string | null
}

/** Saved and undone. `document` changes by identity: every edit makes a new one (structural sharing). */
export interface DocumentState {
  document: Workflow
  /** `read-only` in a second tab, `inspect` for a file from elsewhere until it is allowed. */
  mode: 'edit' | 'inspect' | 'read-only'
  saved: { kind: 'saved'; at: number } | { kind: 'saving' } | { kind: 'not-saved'; reason: string }
}

/** Changes up to 8 times a second while a run goes on; never saved with the document. */
export interface RunState {
  plan: Plan
  nodes: ReadonlyMap<string, NodeRun>
  /** `preview`: cheap types run by themselves after an edit; `run`: the person pressed Run. */
  running: null | { kind: 'preview' | 'run'; startedAt: number; cancelling: boolean }
  backend: string | null
  /** Keys of the steps that the person wants run, whatever they take. */
  anyway: ReadonlySet<string>
  /** How the run that the person started last ended; null while one goes on, and before the first. */
  news: RunNews | null
}

/** What one press of Run came to, with the iterations that feedback wires added to it. */
export interface RunNews {
  outcome: RunOutcome
  /** Whether the worker was lost, so that no iteration was made. */
  workerLost: boolean
  /** From the press to the end of the last iteration, in milliseconds. */
  durationMs: number
  /** Numbers of the iterations that were made. */
  made: number[]
  /** Number of the iteration that came out once more, where none was made. */
  repeated: number | null
}

export interface HistoryState {
  iterations: Iteration[]
  /** The iteration that the canvas stands on: the parent of the next one. */
  current: string | null
  /** Chosen for comparison. */
  compared: string[]
  /** What feedback rules advise after the last run, and rules that may do no more. */
  proposals: Proposal[]
}

/** What a feedback rule says without changing anything. */
export interface Proposal {
  wire: string
  iteration: string
  /** Whole sentences: what was found, and what the person may do. */
  sentence: string
}

export type Dialog =
  | { kind: 'shortcuts' }
  | { kind: 'examples' }
  | { kind: 'open' }
  | { kind: 'share' }
  | { kind: 'compare' }
  | { kind: 'feedback'; wire: string }
  | {
      kind: 'add-node'
      at: { x: number; y: number }
      screen: { x: number; y: number }
      from: { node: string; port: string; side: 'input' | 'output' } | null
      /** What was searched for before it opened. */
      words?: string
    }
  /** A document of this device cannot be read: why, and its text as it lies there. */
  | { kind: 'unreadable'; reason: string; text: string }
  | { kind: 'message'; title: string; text: string; details: string[] }

/** This tab only; nothing here is lost that matters. */
export interface UiState {
  selection: string[]
  /** Node whose results and parameters are shown. */
  focused: string | null
  dialog: Dialog | null
  search: string
  /** Centre of the visible canvas, in canvas coordinates; the canvas keeps it up to date. */
  viewCentre: { x: number; y: number }
  /** Rows that were selected in a chart; every chart that draws them lets them stand out. */
  rows: RowSelection | null
}
