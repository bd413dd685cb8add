import { ActionIcon, Popover } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import type { Field } from './fields'

/** Help, one click away: a button beside the control, so that it is not part of the control's name. */
export function FieldHelp({ field }: { field: Field }) {
  if (!field.help) return null
  return (
    <Popover width={260} position="top" withArrow shadow="md">
      <Popover.Target>
        <ActionIcon size={18} aria-label={`About ${field.title}`} title={field.help}>
          <IconHelpCircle size={13} aria-hidden="true" />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p="xs" fz="xs">
        {field.help}
      </Popover.Dropdown>
    </Popover>
  )
}
