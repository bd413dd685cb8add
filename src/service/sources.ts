import type { Catalog } from '@/contract/catalog'
import type { LoggedRequest } from '@/contract/run'
import type { Alias, Deployment } from '@/values/deployment'
import { aliasOf, routed, type Release, type VersionInfo } from '@/values/release'

/** A request to the endpoint, already taken apart: no HTTP in here, so that the command line can answer it too. */
export interface EndpointRequest {
  method: string
  /** What follows `v2` in the address, e.g. `/models/penguins/infer`. */
  path: string
  /** Body text of a POST; empty otherwise. */
  body: string
  /** A check by the product itself: answered, but not logged as traffic. */
  check: boolean
}

/** The version that answers, and the one that is asked beside it. */
export interface Found {
  deployment: Deployment
  alias: Alias | null
  shadow: Deployment | null
}

/** What answering needs of the world. */
export interface EndpointSources {
  catalog: Pick<Catalog, 'step' | 'predictor'>
  /** Null where nothing was deployed under the name. */
  release(name: string): Promise<Release | null>
  /** Names under which something answers. */
  names(): Promise<string[]>
  /** A version with its model. */
  version(name: string, info: VersionInfo): Promise<Deployment | null>
  log(name: string, request: LoggedRequest): Promise<void>
  /** Does what the caller need not wait for. */
  afterwards(work: () => Promise<void>): Promise<void>
  /** Epoch milliseconds, with fractions. */
  now(): number
  /** From 0 to below 1: which of champion and challenger a request meets. */
  chance(): number
}

const isAlias = (text: string): text is Alias => ['champion', 'challenger', 'shadow'].includes(text)

/**
 * The version that is to answer. @param wanted a version number or an alias; null lets the traffic split decide.
 * @returns null where there is none.
 */
export async function findVersion(
  sources: EndpointSources,
  name: string,
  wanted: string | null,
): Promise<Found | null> {
  const release = await sources.release(name)
  if (!release) return null
  const number = chosen(release, wanted, sources)
  const deployment = await read(sources, release, number)
  if (!deployment) return null
  const alias = wanted === null || isAlias(wanted) ? aliasOf(release, deployment.version) : null
  const beside = wanted === null && release.shadow !== null ? release.shadow : null
  return { deployment, alias, shadow: await read(sources, release, beside) }
}

async function read(sources: EndpointSources, release: Release, number: number | null) {
  const info = release.versions.find(({ version }) => version === number)
  return info ? sources.version(release.name, info) : null
}

function chosen(release: Release, wanted: string | null, { chance }: EndpointSources): number | null {
  if (wanted === null) return routed(release, chance())
  if (isAlias(wanted)) return release[wanted]
  return /^\d{1,9}$/.test(wanted) ? Number(wanted) : null
}
