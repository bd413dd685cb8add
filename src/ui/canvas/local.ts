import { createStore, useStore } from 'zustand'
import type { PortKind } from '@/values/ports'

/** What the canvas alone needs to know for a moment. */
export interface LocalState {
  /** Node whose title is being typed. */
  renaming: string | null
  /** Node whose list of targets is open. */
  connecting: string | null
  /** A wire being drawn: kinds it carries and the side it starts from. */
  wiring: { side: 'input' | 'output' | 'feedback'; kinds: readonly PortKind[] } | null
}

export const localStore = createStore<LocalState>()(() => ({
  renaming: null,
  connecting: null,
  wiring: null,
}))

export const useLocal = <T>(selector: (state: LocalState) => T): T => useStore(localStore, selector)
