import { useEffect, useRef } from 'react'
import { useNodesInitialized } from '@xyflow/react'
import { useDocument } from '@/state/documentStore'
import { canvasView } from './view'

/** Brings the whole workflow into view when another document is opened, once its cards have been measured. */
export function useFitOnOpen(): void {
  const id = useDocument((state) => state.document.id)
  const measured = useNodesInitialized()
  const fitted = useRef<string | null>(null)
  useEffect(() => {
    if (!measured || fitted.current === id) return
    fitted.current = id
    canvasView()?.fit()
  }, [id, measured])
}
