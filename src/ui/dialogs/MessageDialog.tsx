import './dialogs.css'
import { Button, Modal } from '@mantine/core'
import { useUi } from '@/state/uiStore'
import { useDialog } from './useDialog'

/** Something that a person has to know, e.g. why a file could not be opened. Text only. */
export function MessageDialog() {
  const { opened, onClose } = useDialog('message')
  const message = useUi(({ dialog }) => (dialog?.kind === 'message' ? dialog : null))
  return (
    <Modal opened={opened} onClose={onClose} title={message?.title} size="md">
      {message && (
        <div className="sc-message">
          <p>{message.text}</p>
          {message.details.length > 0 && (
            <ul>
              {message.details.map((detail, index) => (
                <li key={index}>{detail}</li>
              ))}
            </ul>
          )}
          <Button variant="filled" onClick={onClose} data-autofocus>
            OK
          </Button>
        </div>
      )}
    </Modal>
  )
}
