import type { PortKind, PortValues } from '@/values/ports'

/** How a definition writes a port: a kind, or a kind with its exceptions. */
export type PortSpec = PortKind | PortOptions

export interface PortOptions {
  /** Several kinds: the port takes any of them. */
  kind: PortKind | readonly PortKind[]
  title?: string
  /** The node runs without it. */
  optional?: true
  /** Several wires may end here; the value is a list, in the order of the wires. */
  many?: true
}

export type PortSpecs = Record<string, PortSpec>

/** A port as the plan and the canvas see it. */
export interface Port {
  name: string
  title: string
  kinds: readonly PortKind[]
  optional: boolean
  many: boolean
}

type KindsOf<S> = S extends PortKind
  ? S
  : S extends { kind: infer K }
    ? K extends readonly (infer E)[]
      ? E
      : K
    : never
type OneValue<S> = KindsOf<S> extends infer K ? (K extends PortKind ? PortValues[K] : never) : never

/** The value that a node's run receives for a port. */
export type InputValue<S> = S extends { many: true }
  ? OneValue<S>[]
  : S extends { optional: true }
    ? OneValue<S> | undefined
    : OneValue<S>

export type InputValues<I extends PortSpecs> = { [P in keyof I]: InputValue<I[P]> }
export type OutputValues<O extends PortSpecs> = { [P in keyof O]: OneValue<O[P]> }

export function toPorts(specs: PortSpecs): Port[] {
  return Object.entries(specs).map(([name, spec]) => {
    const options: PortOptions = typeof spec === 'string' ? { kind: spec } : spec
    const kinds = typeof options.kind === 'string' ? [options.kind] : options.kind
    const title = options.title ?? name.charAt(0).toUpperCase() + name.slice(1)
    return { name, title, kinds, optional: options.optional ?? false, many: options.many ?? false }
  })
}
