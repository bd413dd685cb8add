import { expect, it } from 'vitest'
import { readable } from './titles'

it('shows an option by its title, and a text as it is, also one that every object inherits', () => {
  const meta = { options: { robust: 'Robust' } }
  expect(readable('robust', meta)).toBe('Robust')
  expect(readable('constructor', meta)).toBe('constructor')
})
