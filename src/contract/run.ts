import type { ByteSource } from '@/base/byteSource'
import type { Json } from '@/base/json'
import type { Alias, Deployment } from '@/values/deployment'
import type { Placement } from '@/values/release'
import type { Model } from '@/values/model'
import type { PortSpecs } from './port'
import type { InputValues, OutputValues } from './port'
import type { AnyDefinition, InputsOf, OutputsOf, ParamsOf } from './node'
import type { Catalog } from './catalog'
import type { Copies, Network } from './network'
import type { Pulse } from './pulse'
import type { Query } from './query'
import type { TrainedOrNot, TrainJob } from './training'

export { isTrained, type TrainedOrNot, type TrainJob } from './training'

/** A request as the Open Inference Protocol v2 writes it, and the answer. */
export interface InferReply {
  status: number
  body: Json
}

/** What a model said of the rows of a request. */
export interface LoggedAnswer {
  version: number
  /** Predicted class or value of each row. */
  predictions: (string | number)[]
  /** Probability of the positive class, or else of the predicted one; absent for a regression. */
  scores?: number[]
}

/** One request that an endpoint was asked: the raw columns by name, in the order of the contract. */
export interface LoggedRequest {
  /** Epoch milliseconds. */
  at: number
  /** Empty where the request was refused. */
  rows: (string | number | null)[][]
  columns: string[]
  /** Of each row: what the caller calls it, by which a label that comes later finds it. */
  ids?: string[]
  /** Absent in the log of older versions, and where the request was refused. */
  answer?: LoggedAnswer
  /** What the version was used for; null for one that was asked by its number. */
  alias?: Alias | null
  /** What the shadow said, or why it could not. */
  shadow?: LoggedAnswer | { version: number; error: string }
  /** HTTP status; 200 in the log of older versions. */
  status?: number
  /** From request to answer, in milliseconds. */
  ms?: number
  /** Why it was refused, and the field that this is about. */
  error?: string
  field?: string | null
}

/** What an endpoint was asked, as far as this device keeps it. */
export interface Traffic {
  /** The newest ones, newest first. */
  newest: LoggedRequest[]
  /** How many are kept, and how many older ones made room. */
  total: number
  dropped: number
}

/** What a step may ask of the world outside the engine; the page, the command line and tests each give their own. */
export interface Host extends Network {
  /** The bytes of a file that the workflow names by content hash; null when it is not on this device. */
  readFile(hash: string): Promise<Uint8Array | null>
  /** The same file, to be read piece by piece; absent where only whole files are to be had. */
  openFile?(hash: string): Promise<ByteSource | null>
  /** Absent where nothing is kept between runs. */
  copies?: Copies
  /** The bytes of an asset that is shipped with the product, by its bundled address. */
  readAsset(url: string): Promise<Uint8Array>
  /**
   * Stores a model under a name and answers its version. The same model again keeps its version. Without a placement
   * it becomes the champion, which answers all requests.
   */
  deploy(name: string, model: Model, placement?: Placement): Promise<Deployment>
  /** Asks the deployed endpoint, over HTTP where there is a service worker; without a version, the one that answers. */
  infer(name: string, request: Json, version?: number): Promise<InferReply>
  /** Runs SQL, beside everything else; absent where there is no database. */
  query?: Query
  /** What the endpoint was asked since its current version was deployed. */
  requestLog(name: string): Promise<LoggedRequest[]>
}

/** What a running step is given beside parameters and inputs. */
export interface RunContext extends Pulse {
  /** Id of the node that runs. */
  node: string
  /** The workflow's seed. A random stream is `makeRandom(hashSeed(context.seed, context.node, purpose))`. */
  seed: number
  /** Name of the tensor backend in use, e.g. `wasm`. */
  backend: string
  catalog: Catalog
  /** Trains all jobs, side by side where there are workers; models come back in the order of the jobs. */
  trainAll(jobs: TrainJob[], onDone?: (finished: number) => void): Promise<Model[]>
  /** The same for a search: a job that fails is no more than its error, and the others go on; an internal error fails all. */
  trainEach(jobs: TrainJob[], onDone?: (finished: number) => void): Promise<TrainedOrNot[]>
  host: Host
  /** The person wants it run, whatever it takes. */
  anyway?: true
}

export interface Warning {
  /** Whole sentence. */
  text: string
  /** Port that it is about, shown on its wire; absent when it is about the node. */
  port?: string
}

/** What a run gives back. */
export interface StepOutcome<O extends PortSpecs, V> {
  outputs: OutputValues<O>
  /** Bounded JSON, shaped for this type's view. */
  preview: V
  /** The key figure on the card, e.g. `891 × 12`. */
  figure: string
  /** Numbers for the iteration record: name → value. */
  metrics?: Record<string, number>
  warnings?: Warning[]
  /** Only the first rows were read, of how many in all (null: nobody has counted); told at everything downstream. */
  sampled?: { rows: number; of: number | null }
}

export interface RunInput<D> {
  params: ParamsOf<D>
  inputs: InputValues<InputsOf<D>>
  context: RunContext
}

export type Run<D, V = unknown> = (input: RunInput<D>) => Promise<StepOutcome<OutputsOf<D>, V>>

/** A run as the engine sees it, its types forgotten. */
export interface AnyRun {
  type: string
  run(input: {
    params: unknown
    inputs: Record<string, unknown>
    context: RunContext
  }): Promise<StepOutcome<PortSpecs, unknown>>
}

export type Runs = ReadonlyMap<string, AnyRun>

/** Ties a run to its definition, so that a mistyped parameter, input or output does not compile. */
export function defineRun<D extends AnyDefinition, V>(definition: D, run: Run<D, V>): AnyRun {
  return { type: definition.type, run: run as unknown as AnyRun['run'] }
}
