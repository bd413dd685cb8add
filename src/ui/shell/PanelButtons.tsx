import { IconChartHistogram, IconHistory, IconLayoutBottombar, IconLayoutSidebar } from '@tabler/icons-react'
import { IconButton } from './IconButton'
import { useNarrow } from './useNarrow'
import { panelNames, toggleFolded, useFolded, type PanelName } from './panels'

const looks: Record<PanelName, { title: string; icon: typeof IconHistory }> = {
  palette: { title: 'palette', icon: IconLayoutSidebar },
  inspector: { title: 'inspector', icon: IconLayoutBottombar },
  results: { title: 'results', icon: IconChartHistogram },
  history: { title: 'iteration history', icon: IconHistory },
}

/** One button for each panel that can be folded away and brought back; tabs cannot. */
export function PanelButtons() {
  const names = useNarrow() ? (['palette'] as const) : panelNames
  return names.map((name) => <PanelButton key={name} name={name} />)
}

function PanelButton({ name }: { name: PanelName }) {
  const folded = useFolded((state) => state[name])
  const { title, icon: Icon } = looks[name]
  return (
    <IconButton
      name={`${folded ? 'Show' : 'Hide'} ${title}`}
      pressed={!folded}
      onClick={() => toggleFolded(name)}
    >
      <Icon size={17} />
    </IconButton>
  )
}
