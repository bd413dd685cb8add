import './palette.css'
import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { stages } from '@/contract/stages'
import { definitions } from '@/nodes/definitions'
import { uiStore, useUi } from '@/state/uiStore'
import { filterItems, typeItem } from '../canvas/pickItems'
import { StageIcon } from '../theme/stages'
import { PaletteEntry } from './PaletteEntry'

const items = [...definitions.values()].map(typeItem)

/** All node types by stage: press one to add it at the centre of the view, or drag it to its place. */
export function Palette() {
  const search = useUi((state) => state.search)
  const found = new Set(filterItems(items, search).map(({ id }) => id))
  return (
    <div className="sc-palette">
      <div className="sc-palette-search">
        <TextInput
          aria-label="Search nodes"
          placeholder="Search nodes"
          type="search"
          leftSection={<IconSearch size={14} aria-hidden="true" />}
          value={search}
          onChange={(event) => uiStore.setState({ search: event.currentTarget.value })}
        />
      </div>
      <div className="sc-palette-list">
        {stages.map((stage) => (
          <PaletteStage key={stage.id} stage={stage} found={found} />
        ))}
        {found.size === 0 && <p className="sc-palette-nothing">No node type fits these words.</p>}
      </div>
    </div>
  )
}

function PaletteStage({ stage, found }: { stage: (typeof stages)[number]; found: ReadonlySet<string> }) {
  const types = [...definitions.values()].filter(
    ({ type, stage: own }) => own === stage.id && found.has(type),
  )
  if (types.length === 0) return null
  return (
    <div role="group" aria-label={stage.title}>
      <div className="sc-palette-stage">
        <StageIcon stage={stage.id} size={14} />
        {stage.title}
      </div>
      {types.map((definition) => (
        <PaletteEntry key={definition.type} definition={definition} />
      ))}
    </div>
  )
}
