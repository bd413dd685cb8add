import './ui/zodSetup'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './ui/theme/theme.css'
import { MantineProvider } from '@mantine/core'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startApp } from '@/state/actions'
import { App } from './ui/App'
import { applyScheme } from './ui/theme/scheme'
import { resolveVariables, theme } from './ui/theme/theme'

const scheme = applyScheme()

// Before the first render, so that the document is on its way while the screen is painted.
void startApp()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={resolveVariables} defaultColorScheme={scheme}>
      <App />
    </MantineProvider>
  </StrictMode>,
)
