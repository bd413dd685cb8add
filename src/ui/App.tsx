import './shell/shell.css'
import { Notifications } from '@mantine/notifications'
import { Boundary } from './boundary/Boundary'
import { Dialogs } from './dialogs/Dialogs'
import { useShortcuts } from './keyboard/useShortcuts'
import { Banners } from './shell/Banners'
import { LifeCycleBar } from './shell/LifeCycleBar'
import { Toolbar } from './shell/Toolbar'
import { Workbench } from './shell/Workbench'

/** The whole screen. */
export const App = () => (
  <Boundary what="Stagecraft">
    <Screen />
  </Boundary>
)

function Screen() {
  useShortcuts()
  return (
    <div className="sc-app">
      <Toolbar />
      <LifeCycleBar />
      <Banners />
      <main className="sc-workbench">
        <Workbench />
      </main>
      <Dialogs />
      <Notifications position="bottom-center" limit={3} />
    </div>
  )
}
