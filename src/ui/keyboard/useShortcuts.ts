import { useEffect } from 'react'
import { listenToClipboard } from './clipboard'
import { keyMap, type Deed } from './keyMap'
import { keyName } from './keyName'
import { placeOf } from './place'

/** Listens to the keyboard for the whole page. */
export function useShortcuts(): void {
  useEffect(() => {
    window.addEventListener('keydown', onKeyDown)
    const stop = listenToClipboard()
    return () => {
      window.removeEventListener('keydown', onKeyDown)
      stop()
    }
  }, [])
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return
  const deed = deedFor(event)
  if (!deed || deed() === false) return
  event.preventDefault()
}

function deedFor(event: KeyboardEvent): Deed | undefined {
  const name = keyName(event)
  const where = placeOf(event.target)
  if (keyMap.everywhere[name]) return where === 'dialog' ? undefined : keyMap.everywhere[name]
  if (where === 'field' || where === 'dialog') return undefined
  if (keyMap.outsideFields[name]) return keyMap.outsideFields[name]
  return where === 'canvas' ? keyMap.onCanvas[name] : undefined
}
