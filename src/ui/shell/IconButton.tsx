import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

interface IconButtonProps {
  name: string
  onClick: () => void
  disabled?: boolean
  pressed?: boolean
  children: ReactNode
}

/** A button with a picture; its name is spoken, and shown on hover. */
export function IconButton({ name, onClick, disabled = false, pressed, children }: IconButtonProps) {
  return (
    <Tooltip label={name}>
      <ActionIcon
        aria-label={name}
        aria-pressed={pressed}
        size={28}
        disabled={disabled}
        onClick={onClick}
        className="sc-icon-button"
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
