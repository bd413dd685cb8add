import { showDialog } from '@/state/actions'
import type { Dialog } from '@/state/types'
import { useUi } from '@/state/uiStore'

type Kind = Dialog['kind']

/** What a Mantine modal needs to be open exactly while the dialog of this kind is. */
export function useDialog(kind: Kind): { opened: boolean; onClose: () => void } {
  const opened = useUi((state) => state.dialog?.kind === kind)
  return { opened, onClose: () => showDialog(null) }
}
