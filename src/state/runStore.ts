import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { NodeRun, RunState } from './types'

export const emptyRun: RunState = {
  plan: { seed: 0, steps: [], errors: [] },
  nodes: new Map<string, NodeRun>(),
  running: null,
  backend: null,
  anyway: new Set(),
  news: null,
}

/** What the engine has found; never saved with the document and never undone. */
export const runStore = createStore<RunState>()(() => emptyRun)

export const useRun = <T>(selector: (state: RunState) => T): T => useStore(runStore, selector)
