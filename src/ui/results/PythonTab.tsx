import { Button, Group } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { useDeferredValue, useMemo } from 'react'
import { exportPython } from '@/export/python'
import { definitions } from '@/nodes/definitions'
import { saveProgram } from '@/state/actions'
import { useDocument } from '@/state/documentStore'

/** The workflow up to this node as a scikit-learn program, always that of the canvas. */
export function PythonTab({ node }: { node: string }) {
  const workflow = useDeferredValue(useDocument(({ document }) => document))
  const program = useMemo(() => exportPython(workflow, definitions, node), [workflow, node])
  const clipboard = useClipboard()
  return (
    <div className="kit-stack" style={{ gap: 8 }}>
      <Group justify="space-between" wrap="nowrap" align="start">
        <p className="kit-quiet">
          The workflow up to this node as a scikit-learn program. It changes with the canvas.
        </p>
        <Group gap={6} wrap="nowrap" style={{ flex: 'none' }}>
          <Button onClick={() => clipboard.copy(program)}>{clipboard.copied ? 'Copied' : 'Copy'}</Button>
          <Button onClick={() => void saveProgram(node)}>Download</Button>
        </Group>
      </Group>
      <pre className="sc-code" tabIndex={0} aria-label="Python program">
        {program}
      </pre>
    </div>
  )
}
