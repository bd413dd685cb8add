// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { show } from '@/kit/testing'
import { NodePanel } from './NodePanel'
import type { TreePictureNode, TreePreview } from './preview'

const node = (own: Partial<TreePictureNode>): TreePictureNode => ({
  feature: null,
  threshold: null,
  samples: 40,
  impurity: 0.5,
  depth: 0,
  left: null,
  right: null,
  cut: false,
  majority: 0,
  counts: [20, 20],
  value: null,
  ...own,
})

const nodes = [
  node({ feature: 'mass', threshold: 3720, left: 1, right: 2 }),
  node({ samples: 10, depth: 1, counts: [10, 0], impurity: 0 }),
  node({ feature: 'size', threshold: 0.5, scaled: true, samples: 30, depth: 1, left: 3, right: 4 }),
  node({ samples: 6, depth: 2, counts: [0, 6], majority: 1 }),
  node({ samples: 24, depth: 2, counts: [6, 18], majority: 1, impurity: 0.375 }),
]

const preview = {
  tree: { nodes, hidden: 0 },
  classes: ['no', 'yes'],
  impurity: 'gini',
} as unknown as TreePreview

it('tells the rule that leads to a node, its rows, its impurity and the shares of the classes', () => {
  show(<NodePanel preview={preview} chosen={4} />)
  const rule = screen.getByRole('list', { name: 'Rule' })
  expect([...rule.children].map(({ textContent }) => textContent)).toEqual([
    'mass > 3,720',
    'size > 0.5 after scaling',
  ])
  expect(screen.getByText('24 rows (60.0 %) · Gini impurity 0.375')).toBeTruthy()
  expect(screen.getByText('18 rows · 75 %')).toBeTruthy()
})

it('tells of the root what it asks, and no rule', () => {
  show(<NodePanel preview={preview} chosen={0} />)
  expect(screen.getByText('All training rows')).toBeTruthy()
  expect(screen.getByText(/Asks: mass ≤ 3,720\?/)).toBeTruthy()
  expect(screen.queryByRole('list', { name: 'Rule' })).toBeNull()
})
