// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { show } from '../testing'
import { CurveHandle } from './CurveHandle'

const points = Array.from({ length: 31 }, (_, index) => ({ x: index / 30, y: 1 - index / 30 }))

function slider(index: number) {
  const onMove = vi.fn()
  const handle = { label: 'Decision threshold', points, index, onMove, text: `threshold ${index}` }
  show(<CurveHandle handle={handle} frame={{ left: 0, right: 0, top: 0, bottom: 0 }} height={100} />)
  return { onMove, press: (key: string) => fireEvent.keyDown(screen.getByRole('slider'), { key }) }
}

it('a handle moves along its curve by keys: one step, ten steps, to either end', () => {
  const { onMove, press } = slider(12)
  for (const key of ['ArrowRight', 'ArrowUp', 'ArrowLeft', 'PageUp', 'PageDown', 'Home', 'End']) press(key)
  expect(onMove.mock.calls.flat()).toEqual([13, 13, 11, 22, 2, 0, 30])
})

it('a handle stops at the ends, and leaves other keys alone', () => {
  const { onMove, press } = slider(28)
  press('PageUp')
  expect(onMove).toHaveBeenCalledExactlyOnceWith(30)
  expect(press('Tab')).toBe(true)
  expect(press('ArrowRight')).toBe(false)
  expect(onMove).toHaveBeenCalledTimes(2)
})

it('a handle says where it stands', () => {
  slider(12)
  const control = screen.getByRole('slider', { name: 'Decision threshold' })
  expect(control.getAttribute('aria-valuenow')).toBe('12')
  expect(control.getAttribute('aria-valuetext')).toBe('threshold 12')
})
