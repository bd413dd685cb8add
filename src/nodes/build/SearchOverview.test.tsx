// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core'
import { fireEvent, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { show } from '@/kit/testing'
import type { SearchPreview } from '@/ml/tune/preview'
import { SearchOverview } from './SearchOverview'

const preview: SearchPreview = {
  metric: 'accuracy',
  direction: 'higher',
  learners: [
    {
      node: 'tree',
      type: 'build/decision-tree',
      title: 'Decision tree',
      axes: [{ param: 'maxDepth', title: 'Largest depth', kind: 'number', from: 1, to: 9, log: false }],
    },
  ],
  trials: [
    { number: 1, learner: 0, values: { maxDepth: 3 }, share: 1, score: 0.9, deviation: 0.01, error: null },
    { number: 2, learner: 0, values: { maxDepth: 7 }, share: 1, score: 0.8, deviation: null, error: null },
  ],
  task: 'binary',
  target: 'kind',
  best: 1,
  winner: { maxDepth: 3 },
  folds: 5,
  dealing: 'stratified',
  rows: 100,
  keptForTest: 0,
  trainingRows: 100,
  ended: 'trials',
  nested: null,
  leftOut: [],
}

const props = (maxDepth: number) => ({
  node: 'tune',
  title: 'Tune',
  params: {},
  preview,
  result: { key: 'a', warnings: [] } as never,
  onParam: null,
  onApply: vi.fn(),
  paramsOf: (node: string) => (node === 'tree' ? { maxDepth } : null),
  titleOf: () => 'My tree',
})

it('offers the settings of the winner while the learner has others, also again after they are undone', () => {
  const given = props(5)
  const { rerender } = show(<SearchOverview {...given} />)
  fireEvent.click(screen.getByRole('button', { name: 'Use these settings in “My tree”' }))
  expect(given.onApply).toHaveBeenCalledWith('tree', 'build/decision-tree', { maxDepth: 3 })
  const redraw = (next: ReturnType<typeof props>) =>
    rerender(
      <MantineProvider env="test">
        <SearchOverview {...next} />
      </MantineProvider>,
    )
  redraw(props(3))
  expect(screen.getByRole('status').textContent).toBe('Set in “My tree”.')
  expect(screen.queryByRole('button')).toBeNull()
  redraw(props(5))
  expect(screen.getByRole('button', { name: 'Use these settings in “My tree”' })).toBeTruthy()
  expect(screen.getByRole('status').textContent).toBe('')
})
