import { ActionIcon, Modal } from '@mantine/core'
import { IconMaximize } from '@tabler/icons-react'
import { useState } from 'react'
import { PlotScale } from '@/kit/plotHeight'
import { titleOf } from '@/state/selectors'
import { ResultTabs, type ResultTabsProps } from './ResultTabs'

/** Opens the same tabs in a large dialog: room for wide tables, drawn trees and long labels. */
export function EnlargeButton(props: ResultTabsProps) {
  const [opened, setOpened] = useState(false)
  return (
    <>
      <ActionIcon
        className="sc-enlarge"
        size={24}
        aria-label="Enlarge results"
        title="Enlarge results"
        onClick={() => setOpened(true)}
      >
        <IconMaximize size={15} aria-hidden="true" />
      </ActionIcon>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={`Results · ${titleOf(props.node)}`}
        size="min(1240px, 94vw)"
        classNames={{ content: 'sc-results-large', body: 'sc-results' }}
      >
        <PlotScale value={1.9}>
          <ResultTabs {...props} />
        </PlotScale>
      </Modal>
    </>
  )
}
