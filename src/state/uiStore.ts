import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { UiState } from './types'

export const uiStore = createStore<UiState>()(() => ({
  selection: [],
  focused: null,
  dialog: null,
  search: '',
  viewCentre: { x: 0, y: 0 },
  rows: null,
}))

export const useUi = <T>(selector: (state: UiState) => T): T => useStore(uiStore, selector)
