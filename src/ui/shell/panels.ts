import { createStore, useStore } from 'zustand'

export const panelNames = ['palette', 'inspector', 'results', 'history'] as const
export type PanelName = (typeof panelNames)[number]

/** Which panels are folded away in this tab. */
export const panelStore = createStore<Record<PanelName, boolean>>()(() => ({
  palette: false,
  inspector: false,
  results: false,
  history: false,
}))

export const useFolded = <T>(selector: (folded: Record<PanelName, boolean>) => T): T =>
  useStore(panelStore, selector)

export const toggleFolded = (name: PanelName): void =>
  panelStore.setState((folded) => ({ [name]: !folded[name] }))
