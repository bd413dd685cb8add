import { lazy, Suspense, type ReactNode } from 'react'
import { Loader } from '@mantine/core'

/** Panels with charts and forms come after the first paint. */
const Inspector = lazy(() => import('@/ui/inspector').then((module) => ({ default: module.Inspector })))
const Results = lazy(() => import('@/ui/results').then((module) => ({ default: module.Results })))
const History = lazy(() => import('@/ui/history').then((module) => ({ default: module.IterationHistory })))

const waiting = (
  <div className="sc-waiting">
    <Loader size="sm" aria-label="Loading" />
  </div>
)

const whenLoaded = (panel: ReactNode) => <Suspense fallback={waiting}>{panel}</Suspense>

export const InspectorPanel = () => whenLoaded(<Inspector />)
export const ResultsPanel = () => whenLoaded(<Results />)
export const HistoryPanel = () => whenLoaded(<History />)
