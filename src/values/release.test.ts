import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Alias } from './deployment'
import {
  aliasOf,
  asChampion,
  canRollBack,
  firstRelease,
  leftOf,
  place,
  promote,
  retire,
  rollBack,
  routed,
  split,
  tidied,
  type Release,
  type VersionInfo,
} from './release'

const info = (version: number): VersionInfo => ({
  version,
  deployedAt: version,
  fingerprint: `f${version}`,
  learner: 'build/fake',
  inputs: ['age'],
})
const name = 'shop'
const first = firstRelease(info(1), name)
const add = (release: Release, version: number, alias: Alias = 'champion', share = 0) =>
  place(release, info(version), { name, alias, share })

describe('a release', () => {
  it('answers by its first version, whatever that was deployed for', () => {
    expect(place(null, info(1), { name, alias: 'shadow', share: 0 })).toEqual(first)
    expect(first).toMatchObject({ champion: 1, challenger: null, latest: 1 })
  })

  it('promotes the challenger, goes back to the champion before it, and writes both down', () => {
    const challenged = add(first, 2, 'challenger', 0.2)
    expect(challenged).toMatchObject({ champion: 1, challenger: 2, share: 0.2 })
    const promoted = promote(challenged, 2, 10)
    expect(promoted).toMatchObject({ champion: 2, challenger: null, past: [1] })
    const back = rollBack(promoted, 20)
    expect(back).toMatchObject({ champion: 1, past: [] })
    expect(back.events.map(({ kind, version, before }) => [kind, version, before])).toEqual([
      ['deployed', 1, null],
      ['deployed', 2, null],
      ['promoted', 2, 1],
      ['rolled-back', 1, 2],
    ])
    expect(canRollBack(back)).toBe(false)
    expect(rollBack(back, 30)).toBe(back)
  })

  it('changes nothing, and writes nothing, when asked for what is so already', () => {
    expect(promote(first, 1, 5)).toBe(first)
    expect(retire(first, 'shadow', 5)).toBe(first)
    expect(split(first, 0.5, 5)).toBe(first)
    expect(add(first, 1)).toMatchObject({ champion: 1, past: [] })
  })

  it('never makes the champion its own challenger or shadow', () => {
    expect(place(first, info(1), { name, alias: 'challenger', share: 0.5 })).toMatchObject({
      champion: 1,
      challenger: null,
    })
  })

  it('splits by chance: the challenger gets its share, and nothing once it is retired', () => {
    const challenged = add(first, 2, 'challenger', 0.25)
    expect([0, 0.24, 0.25, 0.99].map((chance) => routed(challenged, chance))).toEqual([2, 2, 1, 1])
    expect(routed(split(challenged, 1, 5), 0.999)).toBe(2)
    expect(routed(retire(challenged, 'challenger', 5), 0)).toBe(1)
  })

  it('leaves a challenger out that needs other columns than callers send', () => {
    const other = { ...info(2), inputs: ['age', 'shoe'] }
    const challenged = place(first, other, { name, alias: 'challenger', share: 1 })
    expect(routed(challenged, 0)).toBe(1)
  })

  it('keeps what is in use, the champion to go back to, and the two newest others', () => {
    const five = [2, 3, 4, 5, 6].reduce((release, version) => add(release, version), first)
    expect(tidied(five).versions.map(({ version }) => version)).toEqual([3, 4, 5, 6])
    expect(tidied(five).past).toEqual([3, 4, 5])
  })

  it('is answered by the champion before when its champion vanishes, and ends with its last version', () => {
    const two = add(first, 2)
    expect(leftOf(two, ({ version }) => version === 1)).toMatchObject({ champion: 1, past: [] })
    expect(leftOf(two, () => false)).toBeNull()
  })

  it('stays sound, whatever is done to it', () => {
    const step = fc.record({
      what: fc.constantFrom('add', 'promote', 'back', 'retire', 'split', 'tidy'),
      alias: fc.constantFrom<Alias>('champion', 'challenger', 'shadow'),
      version: fc.nat(8),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const end = steps.reduce((release, { what, alias, version, share }) => {
          const known = release.versions[version % release.versions.length].version
          if (what === 'add') return add(release, release.latest + 1, alias, share)
          if (what === 'promote') return promote(release, known, 1)
          if (what === 'back') return rollBack(release, 1)
          if (what === 'retire') return retire(release, alias === 'champion' ? 'shadow' : alias, 1)
          return what === 'split' ? split(release, share, 1) : tidied(release)
        }, first)
        const numbers = end.versions.map(({ version }) => version)
        const used = [end.champion, end.challenger, end.shadow].filter((one) => one !== null)
        expect(new Set(used).size).toBe(used.length)
        for (const version of [...used, ...end.past]) expect(numbers).toContain(version)
        expect(end.past).not.toContain(end.champion)
        for (const version of numbers)
          expect(aliasOf(end, version)).toSatisfy((alias: Alias | null) => !alias || end[alias] === version)
        expect(numbers).toContain(routed(end, 0.5))
      }),
    )
  })

  it('keeps the time of each deployment', () => {
    expect(asChampion).toEqual({ alias: 'champion', share: 0 })
    expect(add(first, 2).versions.map(({ deployedAt }) => deployedAt)).toEqual([1, 2])
  })
})
