import { MantineProvider } from '@mantine/core'
import { cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, vi } from 'vitest'

afterEach(cleanup)

/** What components ask the browser for and jsdom has not: the width of the screen and of elements. */
class NoResizing {
  observe() {}
  unobserve() {}
  disconnect() {}
}

vi.stubGlobal('ResizeObserver', NoResizing)
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {}, removeEventListener() {} }))
Element.prototype.scrollIntoView = () => {}

/** Draws a component as the app does, without transitions. */
export const show = (content: ReactNode) => render(<MantineProvider env="test">{content}</MantineProvider>)
