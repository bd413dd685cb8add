import type { ComponentType } from 'react'
import type { Json, JsonObject } from '@/base/json'
import type { StepResult } from '@/contract/events'
import type { InferReply, Traffic } from '@/contract/run'
import type { Release, ReleaseChange } from '@/values/release'

/** What the view of a node type is given. */
export interface ViewProps<P> {
  node: string
  title: string
  params: Readonly<Record<string, unknown>>
  preview: P
  result: StepResult
  /** Changes a parameter of this node; null where nothing may be changed. */
  onParam: ((name: string, value: Json) => void) | null
  /** Sets parameters of another node of the given type, as one step of undo; absent where nothing may be changed. */
  onApply?: (node: string, type: string, values: JsonObject) => void
  /** Parameters of any node as they are now, defaults filled in; null where there is no such node, or they are refused. */
  paramsOf?: (node: string) => Readonly<Record<string, unknown>> | null
  /** Title of any node of the workflow: results name models by the id of their node. */
  titleOf: (node: string) => string
  /** The endpoint of a deployed model in this browser; absent where there is none, e.g. in the gallery. */
  endpoint?: EndpointAccess
}

export interface EndpointAccess {
  address: (name: string) => string
  ask: (name: string, request: Json) => Promise<InferReply>
  /** What answers under a name now: status 200 with the metadata of the model, or 404. */
  describe: (name: string) => Promise<InferReply>
  /** Tells which versions there are, now and whenever that changes. @returns how to stop it. */
  watch: (name: string, tell: (release: Release | null) => void) => () => void
  change: (name: string, change: ReleaseChange) => Promise<unknown>
  /** Tells what was asked, now and with every further request. @returns how to stop it. */
  watchTraffic: (name: string, tell: (traffic: Traffic) => void) => () => void
}

/** What is shown while the node runs: the picture that its progress carries. */
export interface LiveProps {
  live: Json
}

export interface ViewTab<P> {
  title: string
  /** The tab is left out when this says no. */
  shows?: (preview: P) => boolean
  Content: ComponentType<ViewProps<P>>
}

/** A verdict in one or two words, e.g. `MET: F1 0.790 ≥ 0.750`. */
export interface Badge {
  text: string
  tone: 'good' | 'bad' | 'warn'
}

/** How the result of a node type is shown. */
export interface NodeView<P> {
  Overview: ComponentType<ViewProps<P>>
  tabs?: ViewTab<P>[]
  badge?: (preview: P) => Badge | null
  Live?: ComponentType<LiveProps>
  /** The overview lists the columns already, so there is no tab for them. */
  listsColumns?: boolean
}

/** A view as the results panel sees it, the type of its preview forgotten. */
export type AnyView = NodeView<Json>

/** Ties a view to the preview that its run gives. */
export const defineView = <P>(view: NodeView<P>): AnyView => view as unknown as AnyView
