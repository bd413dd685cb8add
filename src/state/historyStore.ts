import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { HistoryState } from './types'

export const emptyHistory: HistoryState = { iterations: [], current: null, compared: [], proposals: [] }

/** The iterations of the open document, oldest first. */
export const historyStore = createStore<HistoryState>()(() => emptyHistory)

export const useHistory = <T>(selector: (state: HistoryState) => T): T => useStore(historyStore, selector)
