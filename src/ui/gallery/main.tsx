import '../zodSetup'
import '@mantine/core/styles.layer.css'
import '../theme/theme.css'
import '@/kit/kit.css'
import '../results/results.css'
import '../inspector/inspector.css'
import './gallery.css'
import { MantineProvider } from '@mantine/core'
import { createRoot } from 'react-dom/client'
import { resolveVariables, theme } from '../theme/theme'
import { Gallery } from './Gallery'

const asked = new URLSearchParams(location.search).get('scheme')

createRoot(document.getElementById('root')!).render(
  <MantineProvider
    theme={theme}
    cssVariablesResolver={resolveVariables}
    defaultColorScheme={asked === 'dark' ? 'dark' : 'light'}
  >
    <Gallery />
  </MantineProvider>,
)
