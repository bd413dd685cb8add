import type { ComponentType } from 'react'

/** A tab that is offered for every node, loaded when it is first opened. */
export interface ExtraTab {
  title: string
  load: () => Promise<ComponentType<{ node: string }>>
}

/** A new tab is one line here. */
export const extraTabs: ExtraTab[] = [
  { title: 'Python', load: () => import('./PythonTab').then((module) => module.PythonTab) },
]
