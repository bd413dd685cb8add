import { Button } from '@mantine/core'
import { IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react'
import { cancel, run } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import { useRun } from '@/state/runStore'

const play = <IconPlayerPlayFilled size={13} aria-hidden="true" />
const stop = <IconPlayerStopFilled size={13} aria-hidden="true" />

/** Run, and Cancel in its place while a run goes on. */
export function RunButton() {
  const running = useRun((state) => state.running?.kind === 'run')
  const cancelling = useRun((state) => state.running?.cancelling ?? false)
  const mode = useDocument((state) => state.mode)
  if (running) {
    return (
      <Button
        className="sc-run"
        color="red"
        variant="outline"
        leftSection={stop}
        disabled={cancelling}
        onClick={() => void cancel()}
      >
        Cancel
      </Button>
    )
  }
  return (
    <Button
      className="sc-run"
      variant="filled"
      leftSection={play}
      disabled={mode !== 'edit'}
      title={
        mode === 'inspect' ? 'Allow this workflow in the banner first' : 'Run the whole workflow (Ctrl+Enter)'
      }
      onClick={() => void run()}
    >
      Run
    </Button>
  )
}
