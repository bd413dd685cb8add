import { formatPercent } from '@/base/format'
import {
  aliasOf,
  canRollBack,
  takesSameInputs,
  type Release,
  type ReleaseChange,
  type ReleaseEvent,
} from '@/values/release'

/** What a version is used for, in words. */
export function roleText(release: Release, version: number): string {
  const alias = aliasOf(release, version)
  if (alias === 'champion') return 'Champion'
  if (alias === 'challenger' && !takesSameInputs(release, version))
    return 'Challenger · answers nothing, since it needs other columns than the champion'
  if (alias === 'challenger') return `Challenger · ${formatPercent(release.share, 0)} of the requests`
  if (alias === 'shadow') return 'Shadow'
  return 'Kept, to go back to'
}

export interface VersionAction {
  title: string
  change: ReleaseChange
}

/** What can be done with a version. A champion is left by going back to the one before it. */
export function actionsFor(release: Release, version: number): VersionAction[] {
  const alias = aliasOf(release, version)
  if (alias === 'champion')
    return canRollBack(release) ? [{ title: 'Roll back', change: { kind: 'roll-back' } }] : []
  const promote: VersionAction = { title: 'Promote', change: { kind: 'promote', version } }
  return alias === null ? [promote] : [promote, { title: 'Retire', change: { kind: 'retire', alias } }]
}

/** An event as a sentence of the history. */
export function eventText({ kind, version, alias, before, share }: ReleaseEvent): string {
  const of = share === undefined ? '' : `, for ${formatPercent(share, 0)} of the requests`
  const instead = before === null || before === version ? '' : ` instead of version ${before}`
  if (kind === 'deployed') return `Version ${version} deployed as ${alias}${of}${instead}`
  if (kind === 'promoted') return `Version ${version} promoted to ${alias}${instead}`
  if (kind === 'rolled-back') return `Rolled back to version ${version} from version ${before}`
  if (kind === 'retired') return `Version ${version} retired as ${alias}`
  return `Version ${version} now answers ${formatPercent(share ?? 0, 0)} of the requests`
}
