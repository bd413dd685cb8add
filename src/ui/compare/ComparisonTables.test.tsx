// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { ComparedFact, ComparedMetric } from '@/history/compare'
import type { Iteration } from '@/history/types'
import { show } from '@/kit/testing'
import { FactsTable, MetricsTable } from './ComparisonTables'

const iterations = [1, 2].map((number) => ({ id: `i${number}`, number, name: '' }) as Iteration)

const textOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)

it('shows the facts that differ, one row each, with what is absent named', () => {
  const facts: ComparedFact[] = [
    { kind: 'parameter', node: 'tree', what: 'Decision tree · Largest depth', values: [3, 5] },
    { kind: 'node', node: 'scale', what: 'Scale numbers', values: [null, true] },
  ]
  show(<FactsTable facts={facts} iterations={iterations} />)
  const rows = screen.getAllByRole('row').slice(1)
  expect(rows.map(textOf)).toEqual([
    ['3', '5'],
    ['absent', 'present'],
  ])
})

it('shows a metric that moved with its interval, by how much, and nothing of small moves rounded away', () => {
  const value = (metric: string, size: number) => ({ metric, value: size, low: size - 0.1, high: size + 0.1 })
  const moved = (metric: string, sizes: [number, number]): ComparedMetric => ({
    node: 'test',
    what: 'Hold-out evaluation',
    metric,
    model: null,
    values: sizes.map((size) => value(metric, size)),
  })
  const metrics = [moved('accuracy', [0.8, 0.85]), moved('logLoss', [0.4, 0.39998])]
  show(<MetricsTable metrics={metrics} iterations={iterations} titleOf={(id) => id} />)
  const rows = screen.getAllByRole('row').slice(1).map(textOf)
  expect(rows[0]).toEqual(['0.8000.700 – 0.900', '0.850 +0.0500.750 – 0.950'])
  expect(rows[1][1]).toContain('−2e-5')
})

it('says so when nothing differs, instead of an empty table', () => {
  show(
    <>
      <FactsTable facts={[]} iterations={iterations} />
      <MetricsTable metrics={[]} iterations={iterations} titleOf={(id) => id} />
    </>,
  )
  expect(screen.queryByRole('table')).toBeNull()
  expect(screen.getByText('The workflows and their data are the same.')).toBeTruthy()
  expect(screen.getByText('Every metric is the same, bit for bit.')).toBeTruthy()
})
