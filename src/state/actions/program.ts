import { definitions } from '@/nodes/definitions'
import { documentStore } from '../documentStore'
import { download, fileName } from './files'

/** Hands over the scikit-learn program of the whole workflow, or of what leads to one node, as a file. */
export async function saveProgram(node?: string): Promise<void> {
  const { document } = documentStore.getState()
  const { exportPython } = await import('@/export/python')
  download(`${fileName(document.name)}.py`, exportPython(document, definitions, node), 'text/x-python')
}
