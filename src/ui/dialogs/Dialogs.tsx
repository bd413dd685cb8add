import { lazy, Suspense } from 'react'
import { useUi } from '@/state/uiStore'
import { ExamplesDialog } from './ExamplesDialog'
import { MessageDialog } from './MessageDialog'
import { ShareDialog } from './ShareDialog'
import { ShortcutsDialog } from './ShortcutsDialog'

const CompareDialog = lazy(() => import('@/ui/compare').then((module) => ({ default: module.CompareDialog })))
const FeedbackDialog = lazy(() =>
  import('@/ui/feedback').then((module) => ({ default: module.FeedbackDialog })),
)

/** The one dialog that is open, if any. */
export function Dialogs() {
  const kind = useUi((state) => state.dialog?.kind)
  return (
    <>
      <ShortcutsDialog />
      <ExamplesDialog />
      <ShareDialog />
      <MessageDialog />
      <Suspense fallback={null}>
        {kind === 'compare' && <CompareDialog />}
        {kind === 'feedback' && <FeedbackDialog />}
      </Suspense>
    </>
  )
}
