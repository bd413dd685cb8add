import { Button, Group, Modal } from '@mantine/core'
import { removeWire, showDialog } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import { useUi } from '@/state/uiStore'
import { FeedbackForm } from './FeedbackForm'

/** Edits the rule of a feedback wire; every change counts at once and can be undone. */
export function FeedbackDialog() {
  const wire = useUi(({ dialog }) => (dialog?.kind === 'feedback' ? dialog.wire : null))
  const readOnly = useDocument(({ mode }) => mode === 'read-only')
  const close = () => showDialog(null)
  const remove = () => {
    if (wire !== null) removeWire(wire)
    close()
  }
  return (
    <Modal opened={wire !== null} onClose={close} title="Feedback rule" size="lg">
      {wire !== null && (
        <div className="kit-stack">
          <FeedbackForm wire={wire} />
          <Group justify="space-between">
            <Button color="red" variant="subtle" disabled={readOnly} onClick={remove}>
              Remove this wire
            </Button>
            <Button variant="filled" onClick={close}>
              Done
            </Button>
          </Group>
        </div>
      )}
    </Modal>
  )
}
