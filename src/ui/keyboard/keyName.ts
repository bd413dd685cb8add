/** A key press as the map names it: `Mod` is Ctrl, or ⌘ on a Mac; letters with Shift and without `Mod` keep their case. */
export function keyName(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>,
): string {
  const mod = event.ctrlKey || event.metaKey
  const key = event.key.length === 1 && mod ? event.key.toLowerCase() : event.key
  const shifted = event.shiftKey && (mod || key.length > 1 || /^[A-Z]$/.test(key))
  return [mod && 'Mod', event.altKey && 'Alt', shifted && 'Shift', key].filter(Boolean).join('+')
}
