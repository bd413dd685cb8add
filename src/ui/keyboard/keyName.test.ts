import { expect, test } from 'vitest'
import { keyName } from './keyName'

const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held })

test('Ctrl and the Mac’s command key are the same', () => {
  expect(press('z', { ctrlKey: true })).toBe('Mod+z')
  expect(press('z', { metaKey: true })).toBe('Mod+z')
})

test('a letter typed with Ctrl and Shift is known by its small form', () => {
  expect(press('Z', { ctrlKey: true, shiftKey: true })).toBe('Mod+Shift+z')
})

test('a question mark needs no Shift in its name, whatever the keyboard', () => {
  expect(press('?', { shiftKey: true })).toBe('?')
})

test('Shift counts for capital letters and for named keys', () => {
  expect(press('A', { shiftKey: true })).toBe('Shift+A')
  expect(press('ArrowLeft', { shiftKey: true })).toBe('Shift+ArrowLeft')
})
