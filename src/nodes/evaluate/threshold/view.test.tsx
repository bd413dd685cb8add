// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { show } from '@/kit/testing'
import type { ViewProps } from '@/kit/view'
import type { ThresholdPreview } from './preview'
import view from './view'

const preview: ThresholdPreview = {
  kind: 'threshold',
  model: 'tree',
  positiveClass: 'yes',
  classes: ['no', 'yes'],
  goal: 'cost',
  least: 0.9,
  threshold: 0.25,
  rows: 8,
  source: 'validation-rows',
  costs: { falsePositive: 1, falseNegative: 5 },
  counts: {
    thresholds: [0, 0.25, 0.75],
    truePositive: [4, 3, 1],
    falsePositive: [4, 1, 0],
    falseNegative: [0, 1, 3],
    trueNegative: [0, 3, 4],
  },
}

const props = (key: string) => ({
  node: 'decide',
  preview,
  result: { key, warnings: [] },
  titleOf: (id: string) => id,
  onApply: vi.fn<NonNullable<ViewProps<ThresholdPreview>['onApply']>>(),
  onParam: vi.fn(),
})

const Overview = view.Overview as unknown as React.ComponentType<ReturnType<typeof props>>
const ring = () => screen.getByRole('slider', { name: 'Decision threshold' })

it('moves matrix and cost with the ring, and hands the threshold over as one step', () => {
  const given = props('a')
  show(<Overview {...given} />)
  const cost = () => screen.getByText('Cost per row', { selector: 'dt' }).nextSibling!.textContent
  expect(cost()).toBe('0.750')
  fireEvent.keyDown(ring(), { key: 'End' })
  expect(cost()).toBe('1.875')
  expect(screen.getByRole('table', { name: /threshold 0.750/ }).textContent).toMatch(/no4.*0.*yes3.*1/)
  fireEvent.click(screen.getByRole('button', { name: 'Use this threshold' }))
  expect(given.onApply.mock.calls).toEqual([
    ['decide', 'evaluate/threshold', { value: 0.75, goal: 'manual' }],
  ])
  expect(given.onParam).not.toHaveBeenCalled()
})

it('puts the ring back where another result has chosen, and leaves it while the result is the same', () => {
  const { rerender } = show(<Overview {...props('a')} />)
  fireEvent.keyDown(ring(), { key: 'End' })
  rerender(
    <MantineProvider env="test">
      <Overview {...props('a')} />
    </MantineProvider>,
  )
  expect(ring().getAttribute('aria-valuenow')).toBe('2')
  rerender(
    <MantineProvider env="test">
      <Overview {...props('b')} />
    </MantineProvider>,
  )
  expect(ring().getAttribute('aria-valuenow')).toBe('1')
})
