import { expect, test } from 'vitest'
import { filterItems, type PickItem } from './pickItems'

const item = (title: string, words = ''): PickItem => ({ id: title, title, detail: '', stage: null, words })

test('a search finds items by title, stage and summary, titles first', () => {
  const items = [item('Drift', 'compares scale'), item('Rescale'), item('Scale numbers'), item('Split')]
  expect(filterItems(items, 'scale').map(({ title }) => title)).toEqual(['Scale numbers', 'Rescale', 'Drift'])
})

test('every word of the search has to occur', () => {
  expect(
    filterItems([item('Decision tree'), item('Decision')], 'tree dec').map(({ title }) => title),
  ).toEqual(['Decision tree'])
})

test('an empty search keeps all items in their order', () => {
  expect(filterItems([item('b'), item('a')], '  ')).toHaveLength(2)
  expect(filterItems([item('b'), item('a')], '  ')[0].title).toBe('b')
})
