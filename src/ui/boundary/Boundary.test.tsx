// @vitest-environment jsdom
import { act, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { show } from '@/kit/testing'
import { Boundary } from './Boundary'
import { part } from './part'

beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => undefined))

function Broken(): never {
  throw new Error('odd preview')
}

it('says what could not be shown and why, offers a reload, and leaves the rest of the page alone', () => {
  show(
    <>
      <Boundary what="The canvas">
        <Broken />
      </Boundary>
      <p>Palette</p>
    </>,
  )
  expect(screen.getByRole('alert').textContent).toContain('The canvas could not be shown.')
  expect(screen.getByRole('alert').textContent).toContain('odd preview')
  expect(screen.getByRole('button', { name: 'Reload' })).toBeDefined()
  expect(screen.getByText('Palette')).toBeDefined()
})

it('draws another thing in the same place', () => {
  const place = (key: string, content: React.ReactNode) => (
    <Boundary key={key} what="This result">
      {content}
    </Boundary>
  )
  const { rerender } = show(place('first', <Broken />))
  rerender(place('second', <p>Sound</p>))
  expect(screen.getByText('Sound')).toBeDefined()
})

it('loads a part again after its load failed, when it is next needed', async () => {
  const load = vi
    .fn<() => Promise<() => React.ReactNode>>()
    .mockRejectedValueOnce(new Error('no network'))
    .mockResolvedValue(() => <p>Loaded</p>)
  const Part = part(load)
  const place = (key: string) => (
    <Boundary key={key} what="This panel">
      <Suspense fallback={null}>
        <Part />
      </Suspense>
    </Boundary>
  )
  const { rerender } = await act(async () => show(place('first')))
  expect(screen.getByRole('alert').textContent).toContain('no network')
  expect(load).toHaveBeenCalledTimes(1)
  await act(async () => rerender(place('second')))
  expect(screen.getByText('Loaded')).toBeDefined()
  expect(load).toHaveBeenCalledTimes(2)
})
