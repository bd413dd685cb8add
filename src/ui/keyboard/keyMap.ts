import {
  chooseFocused,
  connectAtHand,
  noteAtPointer,
  nudge,
  offerNodes,
  renameAtHand,
  tidyCanvas,
} from '../canvas/commands'
import { canvasView } from '../canvas/view'
import {
  duplicateSelection,
  redo,
  removeSelection,
  run,
  saveFile,
  select,
  selectAll,
  showDialog,
  undo,
} from '@/state/actions'

/** A shortcut's deed; answering false leaves the key to the browser. */
export type Deed = () => unknown

/** Where a shortcut counts: everywhere, outside text fields, or only while the canvas (or nothing) has the focus. */
export interface KeyMap {
  everywhere: Record<string, Deed>
  outsideFields: Record<string, Deed>
  onCanvas: Record<string, Deed>
}

const arrows = (step: number, prefix = ''): Record<string, Deed> => ({
  [`${prefix}ArrowLeft`]: () => nudge({ x: -step, y: 0 }),
  [`${prefix}ArrowRight`]: () => nudge({ x: step, y: 0 }),
  [`${prefix}ArrowUp`]: () => nudge({ x: 0, y: -step }),
  [`${prefix}ArrowDown`]: () => nudge({ x: 0, y: step }),
})

export const keyMap: KeyMap = {
  everywhere: {
    'Mod+Enter': () => void run(),
    'Mod+s': () => void saveFile(),
  },
  outsideFields: {
    'Mod+z': undo,
    'Mod+Shift+z': redo,
    'Mod+y': redo,
    '?': () => showDialog({ kind: 'shortcuts' }),
  },
  onCanvas: {
    'Mod+d': duplicateSelection,
    'Mod+a': selectAll,
    Delete: removeAndStay,
    Backspace: removeAndStay,
    F2: renameAtHand,
    'Shift+A': tidyCanvas,
    f: () => canvasView()?.fit(),
    '1': () => canvasView()?.fit(),
    n: noteAtPointer,
    c: connectAtHand,
    ' ': () => chooseFocused() || offerNodes(),
    Enter: chooseFocused,
    Escape: () => select([]),
    ...arrows(8),
    ...arrows(40, 'Shift+'),
  },
}

/** The node that had the focus is gone: the canvas takes it, so that the next key is still heard. */
function removeAndStay(): void {
  removeSelection()
  canvasView()?.focus()
}
