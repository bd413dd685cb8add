import { Tabs } from '@mantine/core'
import { HistoryPanel, InspectorPanel, ResultsPanel } from './lazyPanels'
import { Region } from './Region'

/** On a narrow screen the panels share one place. */
export function PanelTabs() {
  return (
    <Tabs defaultValue="Inspector" className="sc-tabs" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="Inspector">Inspector</Tabs.Tab>
        <Tabs.Tab value="Results">Results</Tabs.Tab>
        <Tabs.Tab value="History">Iteration history</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="Inspector">
        <Region name="Inspector">
          <InspectorPanel />
        </Region>
      </Tabs.Panel>
      <Tabs.Panel value="Results">
        <Region name="Results">
          <ResultsPanel />
        </Region>
      </Tabs.Panel>
      <Tabs.Panel value="History">
        <Region name="Iteration history">
          <HistoryPanel />
        </Region>
      </Tabs.Panel>
    </Tabs>
  )
}
