import { ActionIcon, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState, type KeyboardEvent } from 'react'

interface EditableTitleProps {
  title: string
  /** What is shown when the title is emptied. */
  placeholder: string
  disabled: boolean
  onChange: (title: string) => void
}

/** A heading that becomes a field: Enter keeps the new title, Escape the old one. */
export function EditableTitle({ title, placeholder, disabled, onChange }: EditableTitleProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const keep = () => {
    if (draft !== null && draft.trim() !== title) onChange(draft.trim() === placeholder ? '' : draft.trim())
    setDraft(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Enter') keep()
    if (event.key === 'Escape') setDraft(null)
  }
  if (draft !== null) {
    return (
      <TextInput
        aria-label="Title"
        w={240}
        autoFocus
        maxLength={200}
        value={draft}
        placeholder={placeholder}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setDraft(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={onKeyDown}
      />
    )
  }
  return (
    <>
      <h2 onDoubleClick={() => !disabled && setDraft(title)}>{title}</h2>
      <ActionIcon
        size={22}
        aria-label={`Rename ${title}`}
        title="Rename"
        disabled={disabled}
        onClick={() => setDraft(title)}
      >
        <IconPencil size={14} aria-hidden="true" />
      </ActionIcon>
    </>
  )
}
