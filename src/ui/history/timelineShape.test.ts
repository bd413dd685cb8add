import { expect, it } from 'vitest'
import type { Iteration } from '@/history/types'
import { timelineShape } from './timelineShape'
import { changedText, metricTitle } from './words'

const box = { width: 120, height: 100, left: 10, right: 10, top: 0, bottom: 0 }

const iteration = (id: string, parent: string | null, value: number | null): Iteration =>
  ({
    id,
    parent,
    number: 1,
    name: '',
    changes: [],
    primary:
      value === null ? null : { metric: 'f1', value, low: null, high: null, threshold: 0.5, met: true },
  }) as unknown as Iteration

it('joins an iteration to its parent, and marks the second child as a branch', () => {
  const shape = timelineShape(
    [iteration('a', null, 0.4), iteration('b', 'a', 0.6), iteration('c', 'a', 0.5)],
    box,
  )
  expect(shape?.links.map(({ from, to, branch }) => [from.iteration.id, to.iteration.id, branch])).toEqual([
    ['a', 'b', false],
    ['a', 'c', true],
  ])
})

it('passes over iterations without a figure to the nearest ancestor that has one', () => {
  const shape = timelineShape(
    [iteration('a', null, 0.4), iteration('b', 'a', null), iteration('c', 'b', 0.5)],
    box,
  )
  expect(shape?.points.map((point) => point.x)).toEqual([10, 110])
  expect(shape?.links[0].from.iteration.id).toBe('a')
})

it('keeps the goal inside the picture, and a larger figure higher', () => {
  const shape = timelineShape([iteration('a', null, 0.8), iteration('b', 'a', 0.9)], box)!
  expect(shape.goal!.value).toBe(0.5)
  expect(shape.goal!.y).toBeGreaterThan(shape.points[0].y)
  expect(shape.goal!.y).toBeLessThan(100)
  expect(shape.points[1].y).toBeLessThan(shape.points[0].y)
})

it('draws nothing while no iteration has a figure', () => {
  expect(timelineShape([iteration('a', null, null)], box)).toBeNull()
})

it('says what changed in one line, and names metrics in words', () => {
  const change = { kind: 'parameter' as const, node: 'n', what: 'Model · Rate', before: 0.1, after: null }
  expect(changedText({ ...iteration('b', 'a', 1), changes: [change, change] })).toBe(
    'Model · Rate: 0.1 → none and 1 more',
  )
  expect(changedText(iteration('a', null, 1))).toBe('first run')
  expect(metricTitle('trainingLoss')).toBe('Training loss')
})
