import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import type { StepResult } from '@/contract/events'
import { saveModel } from '@/state/actions'

/** The trained model as a file; nothing where a step gives none. */
export function SaveModel({ result }: { result: StepResult }) {
  const port = result.outputs.find(({ kind }) => kind === 'model')?.port
  if (port === undefined) return null
  return (
    <div className="kit-row" style={{ marginTop: 12 }}>
      <Button
        size="compact-xs"
        style={{ flexShrink: 0 }}
        leftSection={<IconDownload size={13} />}
        onClick={() => void saveModel(result.node, port)}
      >
        Download model
      </Button>
      <span className="kit-quiet">One file, with its preparation; Import model reads it.</span>
    </div>
  )
}
