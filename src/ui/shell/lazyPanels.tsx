import { Suspense, type ReactNode } from 'react'
import { Loader } from '@mantine/core'
import { part } from '../boundary/part'

/** Canvas and panels with charts and forms come after the first paint. */
export const Canvas = part(() => import('../canvas/Canvas').then((module) => module.Canvas))
const Results = part(() => import('@/ui/results').then((module) => module.Results))
const Inspector = part(() => import('@/ui/inspector').then((module) => module.Inspector))
const History = part(() => import('@/ui/history').then((module) => module.IterationHistory))

// Asked for at once, so that they are on their way while the frame of the screen is painted without them.
for (const panel of [Canvas, Results, Inspector, History]) panel.start()

const waiting = (
  <div className="sc-waiting">
    <Loader size="sm" role="status" aria-label="Loading" />
  </div>
)

const whenLoaded = (panel: ReactNode) => <Suspense fallback={waiting}>{panel}</Suspense>

export const InspectorPanel = () => whenLoaded(<Inspector />)
export const ResultsPanel = () => whenLoaded(<Results />)
export const HistoryPanel = () => whenLoaded(<History />)
