import type { Alias, DeployedBy, Deployment } from './deployment'

/** A version as far as one need know it without its model. */
export interface VersionInfo {
  version: number
  /** Epoch milliseconds. */
  deployedAt: number
  fingerprint: string
  /** Node type of the learner, e.g. `build/gradient-boosting`. */
  learner: string
  /** Names of the columns that a request must carry. */
  inputs: string[]
  by?: DeployedBy
}

export interface ReleaseEvent {
  /** Epoch milliseconds. */
  at: number
  kind: 'deployed' | 'promoted' | 'rolled-back' | 'retired' | 'split'
  version: number
  alias: Alias
  /** Version that held the alias until then. */
  before: number | null
  /** Share of the challenger from then on; absent where the event is not about it. */
  share?: number
}

/** Which versions there are under a name, and which of them answers. */
export interface Release {
  name: string
  /** The highest version there ever was. */
  latest: number
  /** Oldest first. */
  versions: VersionInfo[]
  champion: number
  challenger: number | null
  shadow: number | null
  /** Share of the requests that the challenger answers, 0 to 1. */
  share: number
  /** Versions that were champion before, the last one last: where a rollback leads. */
  past: number[]
  /** Oldest first. */
  events: ReleaseEvent[]
}

/** How a model is to be deployed. */
export interface Placement {
  alias: Alias
  /** For a challenger: share of the requests, 0 to 1. */
  share: number
}

/** Answers, all of them. */
export const asChampion: Placement = { alias: 'champion', share: 0 }

/** Versions without a use that stay, so that one may go back to them; each holds a whole model. */
const spareVersions = 2
const eventsKept = 500

export const versionInfo = ({ version, deployedAt, model, by }: Omit<Deployment, 'kind'>): VersionInfo => ({
  version,
  deployedAt,
  fingerprint: model.fingerprint,
  learner: model.learner.type,
  inputs: model.contract.map((field) => field.name),
  ...(by ? { by } : {}),
})

/** The version that a model already has. */
export const knownVersion = (release: Release | null, fingerprint: string): VersionInfo | undefined =>
  release?.versions.findLast((one) => one.fingerprint === fingerprint)

export const firstRelease = (info: VersionInfo, name: string): Release => ({
  name,
  latest: info.version,
  versions: [info],
  champion: info.version,
  challenger: null,
  shadow: null,
  share: 0,
  past: [],
  events: [{ at: info.deployedAt, kind: 'deployed', version: info.version, alias: 'champion', before: null }],
})

/** The alias that a version has; null for one that is only kept. */
export function aliasOf({ champion, challenger, shadow }: Release, version: number): Alias | null {
  if (version === champion) return 'champion'
  if (version === challenger) return 'challenger'
  return version === shadow ? 'shadow' : null
}

/** Puts a version to use; a new one is added. What the first version is to be used for does not matter: it answers. */
export function place(
  release: Release | null,
  info: VersionInfo,
  placement: Placement & { name: string },
): Release {
  if (!release) return firstRelease(info, placement.name)
  const known = release.versions.some(({ version }) => version === info.version)
  const versions = known ? release.versions : [...release.versions, info]
  const latest = Math.max(release.latest, info.version)
  const share = placement.alias === 'challenger' ? placement.share : release.share
  const kind = known ? ('promoted' as const) : ('deployed' as const)
  return assign({ ...release, latest, versions, share }, info.version, {
    alias: placement.alias,
    kind,
    at: info.deployedAt,
  })
}

/** Makes a version the champion; the challenger or shadow that it was is no more. */
export const promote = (release: Release, version: number, at: number): Release =>
  assign(release, version, { alias: 'champion', kind: 'promoted', at })

interface Assignment {
  alias: Alias
  kind: ReleaseEvent['kind']
  at: number
}

function assign(release: Release, version: number, { alias, kind, at }: Assignment): Release {
  const before = release[alias]
  const shareNow = alias === 'challenger' ? { share: release.share } : {}
  if (before === version && kind !== 'deployed') return release
  if (alias !== 'champion' && version === release.champion) return release
  return withEvent(
    {
      ...release,
      challenger: release.challenger === version ? null : release.challenger,
      shadow: release.shadow === version ? null : release.shadow,
      past:
        alias === 'champion'
          ? [...release.past.filter((one) => one !== version), release.champion]
          : release.past,
      [alias]: version,
    },
    { at, kind, version, alias, before, ...shareNow },
  )
}

/** Whether there is a former champion to go back to. */
export const canRollBack = ({ past }: Release): boolean => past.length > 0

/** Makes the champion before this one the champion again. Without one, nothing changes. */
export function rollBack(release: Release, at: number): Release {
  const version = release.past.at(-1)
  if (version === undefined) return release
  return withEvent(
    { ...release, champion: version, past: release.past.slice(0, -1), ...without(release, version) },
    { at, kind: 'rolled-back', version, alias: 'champion', before: release.champion },
  )
}

const without = ({ challenger, shadow }: Release, version: number) => ({
  challenger: challenger === version ? null : challenger,
  shadow: shadow === version ? null : shadow,
})

/** Takes the challenger or the shadow out of use. */
export function retire(release: Release, alias: 'challenger' | 'shadow', at: number): Release {
  const version = release[alias]
  if (version === null) return release
  return withEvent({ ...release, [alias]: null }, { at, kind: 'retired', version, alias, before: version })
}

/** @param share of the requests that the challenger answers, 0 to 1. */
export function split(release: Release, share: number, at: number): Release {
  const { challenger: version } = release
  if (version === null || share === release.share) return release
  return withEvent(
    { ...release, share },
    { at, kind: 'split', version, alias: 'challenger', before: version, share },
  )
}

const withEvent = (release: Release, event: ReleaseEvent): Release => ({
  ...release,
  events: [...release.events, event].slice(-eventsKept),
})

/** Leaves out versions that are of no use any more: all but those in use, the last champion, and the newest few. */
export function tidied(release: Release): Release {
  const used = new Set([release.champion, release.challenger, release.shadow, release.past.at(-1)])
  const spare = release.versions.filter(({ version }) => !used.has(version)).slice(-spareVersions)
  return only(release, [...release.versions.filter(({ version }) => used.has(version)), ...spare])
}

/** What is left when versions vanish: the champion before answers then, or else the newest. Null when none is left. */
export function leftOf(release: Release, stays: (info: VersionInfo) => boolean): Release | null {
  const versions = release.versions.filter(stays)
  const newest = versions.at(-1)
  if (!newest) return null
  const left = only(release, versions)
  if (versions.some(({ version }) => version === release.champion)) return left
  const champion = left.past.at(-1) ?? newest.version
  return { ...left, champion, past: left.past.filter((one) => one !== champion), ...without(left, champion) }
}

function only(release: Release, kept: readonly VersionInfo[]): Release {
  const has = (version: number | null): version is number => kept.some((one) => one.version === version)
  return {
    ...release,
    versions: kept.toSorted((a, b) => a.version - b.version),
    challenger: has(release.challenger) ? release.challenger : null,
    shadow: has(release.shadow) ? release.shadow : null,
    past: release.past.filter(has),
  }
}

/**
 * The version that answers a request. A challenger that is asked with other columns than the champion answers none:
 * callers know those of the champion only. @param chance from 0 to below 1.
 */
export function routed(release: Release, chance: number): number {
  const { champion, challenger, share } = release
  return challenger !== null && chance < share && takesSameInputs(release, challenger) ? challenger : champion
}

/** Whether a request that suits the champion suits this version too. */
export function takesSameInputs({ champion, versions }: Release, version: number): boolean {
  const inputsOf = (wanted: number) => versions.find((one) => one.version === wanted)?.inputs ?? []
  const [theirs, own] = [new Set(inputsOf(champion)), new Set(inputsOf(version))]
  return theirs.size === own.size && [...theirs].every((name) => own.has(name))
}

/** What a person may do with the versions under a name. */
export type ReleaseChange =
  | { kind: 'promote'; version: number }
  | { kind: 'roll-back' }
  | { kind: 'retire'; alias: 'challenger' | 'shadow' }
  /** Share of the requests that the challenger answers, 0 to 1. */
  | { kind: 'split'; share: number }

export function changed(release: Release, change: ReleaseChange, at: number): Release {
  if (change.kind === 'promote') return promote(release, change.version, at)
  if (change.kind === 'roll-back') return rollBack(release, at)
  if (change.kind === 'retire') return retire(release, change.alias, at)
  return split(release, change.share, at)
}
