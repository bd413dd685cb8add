import type { AnyView } from '@/kit/view'

const found = import.meta.glob<AnyView>('./*/*/view.tsx', { import: 'default' })

/** Loads the view of a node type; null when the type is served by the default view. */
export function loadView(type: string): Promise<AnyView> | null {
  return Object.hasOwn(found, `./${type}/view.tsx`) ? found[`./${type}/view.tsx`]() : null
}
