// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { LoggedRequest, Traffic as Log } from '@/contract/run'
import { show } from '@/kit/testing'
import type { EndpointAccess, ViewProps } from '@/kit/view'
import type { EndpointPreview } from './preview'
import { Traffic } from './Traffic'
import { latencyAt } from './trafficTexts'

const answered: LoggedRequest = {
  at: Date.UTC(2026, 10, 24, 10),
  columns: ['age', 'colour'],
  rows: [
    [30, 'red'],
    [null, 'blue'],
  ],
  ids: ['order 7', 'order 8'],
  answer: { version: 2, predictions: ['yes', 'no'], scores: [0.75, 0.25] },
  shadow: { version: 3, predictions: ['no', 'no'], scores: [0.5, 0.125] },
  alias: 'champion',
  status: 200,
  ms: 4,
}
const refused: LoggedRequest = {
  at: Date.UTC(2026, 10, 24, 11),
  columns: [],
  rows: [],
  alias: 'champion',
  status: 422,
  ms: 1,
  error: 'Row 1 of input “age” must be a number or null',
  field: 'age',
}

function showLog(log: Partial<Log>) {
  const full: Log = { newest: [], total: log.newest?.length ?? 0, dropped: 0, ...log }
  const endpoint = {
    watchTraffic: (_name, tell) => (tell(full), () => {}),
  } as Partial<EndpointAccess> as EndpointAccess
  show(<Traffic {...({ preview: { name: 'shop' }, endpoint } as ViewProps<EndpointPreview>)} />)
}

it('lists requests with what answered, and opens one to its rows, ids, answers and those of the shadow', () => {
  showLog({ newest: [refused, answered], dropped: 1200 })
  expect(screen.getByText('50.0 %')).toBeTruthy()
  expect(screen.getByText('Refused · 422 · age')).toBeTruthy()
  expect(screen.getByText('2 · champion')).toBeTruthy()
  expect(screen.getByText('yes (75.0 %) and 1 more row')).toBeTruthy()
  expect(screen.getByText(/1,200 older requests made room/)).toBeTruthy()
  fireEvent.click(screen.getAllByRole('button')[1])
  expect(screen.getByText('order 8').closest('tr')!.textContent).toBe('order 8no (25.0 %)no (12.5 %)–blue')
})

it('says why a request was refused', () => {
  showLog({ newest: [refused] })
  fireEvent.click(screen.getByRole('button'))
  expect(screen.getByText('Refused (422): Row 1 of input “age” must be a number or null')).toBeTruthy()
})

it('shows requests of an older log, which has no answers', () => {
  showLog({ newest: [{ at: 0, columns: ['age'], rows: [[1]] }] })
  fireEvent.click(screen.getByRole('button'))
  expect(screen.getByText('What was asked and said')).toBeTruthy()
})

it('says where to ask when nobody has', () => {
  showLog({})
  expect(screen.getByText(/Nobody has asked “shop” yet/)).toBeTruthy()
})

it('takes percentiles by nearest rank', () => {
  const of = (...times: number[]) => times.map((ms) => ({ ...answered, ms }))
  expect(latencyAt(of(4, 1, 3, 2), 0.5)).toBe(2)
  expect(latencyAt(of(4, 1, 3, 2), 0.95)).toBe(4)
  expect(latencyAt([], 0.95)).toBeNaN()
})
