import { Button } from '@mantine/core'
import { formatCount, formatPlural } from '@/base/format'
import type { StepError } from '@/contract/errors'
import { drawSample, trainAnyway } from '@/state/actions'
import { useDocument } from '@/state/documentStore'

/** The two ways on where training would take more than a tab should give; nothing for other errors. */
export function TooMuch({ node, error }: { node: string; error: StepError }) {
  const mayEdit = useDocument(({ mode }) => mode === 'edit')
  if (error.kind !== 'too-much' || !mayEdit) return null
  const { rows, sample } = error
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 4 }}>
      {sample < rows && (
        <Button size="compact-xs" onClick={() => drawSample(node, (100 * sample) / rows)}>
          Use a sample of {formatPlural(sample, 'row')}
        </Button>
      )}
      <Button size="compact-xs" variant="default" onClick={() => void trainAnyway(node)}>
        Train on all {formatCount(rows)} anyway
      </Button>
    </div>
  )
}
