import type { MantineColorScheme } from '@mantine/core'

const key = 'mantine-color-scheme-value'

/**
 * Sets the colour scheme before the first render, so that nothing flashes: what was chosen, else what the system
 * prefers. Mantine keeps the choice in localStorage; a browser that forbids it gets the system's preference.
 */
export function applyScheme(): MantineColorScheme {
  const scheme = chosenScheme() ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')
  document.documentElement.setAttribute('data-mantine-color-scheme', scheme)
  return scheme
}

function chosenScheme(): 'light' | 'dark' | null {
  try {
    const value = localStorage.getItem(key)
    return value === 'light' || value === 'dark' ? value : null
  } catch (error) {
    if (error instanceof DOMException) return null
    throw error
  }
}
