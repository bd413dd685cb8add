// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { show } from '@/kit/testing'
import type { EndpointAccess, ViewProps } from '@/kit/view'
import { changed, firstRelease, place, type Release, type VersionInfo } from '@/values/release'
import type { EndpointPreview } from './preview'
import { Versions } from './Versions'

const info = (version: number, inputs = ['age']): VersionInfo => ({
  version,
  deployedAt: Date.UTC(2026, 10, version),
  fingerprint: `f${version}`,
  learner: 'build/fake',
  inputs,
})
const name = 'shop'
const challenged = (inputs?: string[]) =>
  place(firstRelease(info(1), name), info(2, inputs), { name, alias: 'challenger', share: 0.1 })

/** The view over a release that really changes, as the storage would tell. */
function showRelease(start: Release | null) {
  let tellNow: (release: Release | null) => void = () => {}
  const state = { release: start }
  const endpoint = {
    watch(_name, tell) {
      tellNow = tell
      tell(state.release)
      return () => {}
    },
    async change(_name, change) {
      state.release = state.release && changed(state.release, change, Date.UTC(2026, 10, 9))
      act(() => tellNow(state.release))
    },
  } as Partial<EndpointAccess> as EndpointAccess
  const props = { preview: { name }, endpoint } as ViewProps<EndpointPreview>
  show(<Versions {...props} />)
  return state
}

const version = (number: number) => screen.getByText(`Version ${number}`).closest('li')!
const press = (title: string) => fireEvent.click(screen.getByRole('button', { name: title }))

it('promotes the challenger and rolls it back, and tells both', () => {
  const state = showRelease(challenged())
  expect(within(version(1)).getByText('Champion')).toBeTruthy()
  expect(within(version(2)).getByText('Challenger · 10 % of the requests')).toBeTruthy()
  press('Promote version 2')
  expect(within(version(2)).getByText('Champion')).toBeTruthy()
  press('Roll back version 2')
  expect(within(version(1)).getByText('Champion')).toBeTruthy()
  expect(screen.getByText('Rolled back to version 1 from version 2')).toBeTruthy()
  expect(screen.getByText('Version 2 promoted to champion instead of version 1')).toBeTruthy()
  expect(state.release?.champion).toBe(1)
})

it('retires the challenger, whose share can be set until then', () => {
  showRelease(challenged())
  fireEvent.change(screen.getByLabelText('Share of the challenger'), { target: { value: '40' } })
  expect(screen.getByText('Version 2 now answers 40 % of the requests')).toBeTruthy()
  press('Retire version 2')
  expect(screen.queryByLabelText('Share of the challenger')).toBeNull()
  expect(within(version(2)).getByText('Kept, to go back to')).toBeTruthy()
})

it('says why a challenger with other columns answers nothing', () => {
  showRelease(challenged(['age', 'shoe']))
  expect(within(version(2)).getByText(/answers nothing, since it needs other columns/)).toBeTruthy()
})

it('says that nothing is deployed', () => {
  showRelease(null)
  expect(screen.getByText(/Nothing is deployed under “shop”/)).toBeTruthy()
})
