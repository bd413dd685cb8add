import { lazy, Suspense, type ReactNode } from 'react'
import { Loader } from '@mantine/core'

/** Asked for at once, so that they are on their way while the frame of the screen is painted without them. */
const canvas = import('../canvas/Canvas')
const results = import('@/ui/results')
const inspector = import('@/ui/inspector')
const history = import('@/ui/history')

/** Canvas and panels with charts and forms come after the first paint. */
export const Canvas = lazy(() => canvas.then((module) => ({ default: module.Canvas })))
const Inspector = lazy(() => inspector.then((module) => ({ default: module.Inspector })))
const Results = lazy(() => results.then((module) => ({ default: module.Results })))
const History = lazy(() => history.then((module) => ({ default: module.IterationHistory })))

const waiting = (
  <div className="sc-waiting">
    <Loader size="sm" aria-label="Loading" />
  </div>
)

const whenLoaded = (panel: ReactNode) => <Suspense fallback={waiting}>{panel}</Suspense>

export const InspectorPanel = () => whenLoaded(<Inspector />)
export const ResultsPanel = () => whenLoaded(<Results />)
export const HistoryPanel = () => whenLoaded(<History />)
