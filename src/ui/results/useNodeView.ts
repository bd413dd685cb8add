import { use } from 'react'
import type { AnyView } from '@/kit/view'
import { loadView } from '@/nodes/views'

const loading = new Map<string, Promise<AnyView | null>>()
const none = Promise.resolve(null)

/** The view of a node type, suspended while it loads; null when the default view serves. */
export function useNodeView(type: string): AnyView | null {
  let view = loading.get(type)
  if (!view) {
    view = loadView(type) ?? none
    loading.set(type, view)
  }
  return use(view)
}
