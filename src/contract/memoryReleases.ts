import type { Deployment } from '@/values/deployment'
import { asChampion, knownVersion, place, versionInfo, type Placement, type Release } from '@/values/release'
import type { Model } from '@/values/model'
import type { LoggedRequest } from './run'

/** Deployments and what they were asked, for as long as a run takes: in a terminal and in tests. */
export class MemoryReleases {
  readonly #releases = new Map<string, Release>()
  readonly #versions = new Map<string, Deployment>()
  readonly #requests = new Map<string, LoggedRequest[]>()
  readonly #now: () => number

  constructor(now: () => number = Date.now) {
    this.#now = now
  }

  deploy(name: string, model: Model, placement: Placement = asChampion): Promise<Deployment> {
    const before = this.#releases.get(name) ?? null
    const version = knownVersion(before, model.fingerprint)?.version ?? (before?.latest ?? 0) + 1
    const kept = this.#versions.get(keyOf(name, version))
    const deployment = kept ?? { kind: 'deployment', name, version, deployedAt: this.#now(), model }
    this.#versions.set(keyOf(name, version), deployment)
    this.#releases.set(name, place(before, versionInfo(deployment), { name, ...placement }))
    return Promise.resolve(deployment)
  }

  release = (name: string): Promise<Release | null> => Promise.resolve(this.#releases.get(name) ?? null)
  names = (): Promise<string[]> => Promise.resolve([...this.#releases.keys()].sort())
  version = (name: string, { version }: { version: number }): Promise<Deployment | null> =>
    Promise.resolve(this.#versions.get(keyOf(name, version)) ?? null)
  requests = (name: string): Promise<LoggedRequest[]> => Promise.resolve(this.#requests.get(name) ?? [])

  /** What answering needs of the world; all is answered by the champion. */
  sources = <C>(catalog: C) => ({
    catalog,
    release: this.release,
    names: this.names,
    version: this.version,
    log: this.log,
    afterwards: (work: () => Promise<void>) => work(),
    now: this.#now,
    chance: () => 1,
  })

  log = (name: string, request: LoggedRequest): Promise<void> => {
    this.#requests.set(name, [...(this.#requests.get(name) ?? []), request])
    return Promise.resolve()
  }
}

const keyOf = (name: string, version: number): string => `${version} ${name}`
