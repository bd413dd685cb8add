import { ActionIcon, Select, Switch, TextInput } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Json, JsonObject } from '@/base/json'
import type { LayerPart } from './layers'

interface EditorProps {
  /** Counted from 0. */
  index: number
  count: number
  layer: JsonObject
  parts: LayerPart[]
  disabled: boolean
  /** Null takes an optional part out. */
  onPart: (name: string, value: Json) => void
  onMove: (to: number) => void
  onRemove: () => void
}

/** The parts of the layer that is chosen in the picture. */
export function LayerEditor({ index, count, layer, parts, disabled, ...verbs }: EditorProps) {
  const number = index + 1
  return (
    <div className="layers-editor" role="group" aria-label={`Layer ${number}`}>
      <b>Layer {number}</b>
      {parts.map((part) => (
        <PartControl
          key={`${index} ${part.name}`}
          part={part}
          label={`Layer ${number}: ${part.title}`}
          value={layer[part.name]}
          onChange={(value) => verbs.onPart(part.name, value)}
        />
      ))}
      <span style={{ display: 'inline-flex', gap: 4 }}>
        <IconButton
          label={`Move layer ${number} towards the inputs`}
          Icon={IconArrowLeft}
          disabled={disabled || index === 0}
          onClick={() => verbs.onMove(index - 1)}
        />
        <IconButton
          label={`Move layer ${number} towards the output`}
          Icon={IconArrowRight}
          disabled={disabled || index === count - 1}
          onClick={() => verbs.onMove(index + 1)}
        />
        <IconButton
          label={`Remove layer ${number}`}
          Icon={IconTrash}
          disabled={disabled}
          onClick={verbs.onRemove}
        />
      </span>
    </div>
  )
}

interface IconButtonProps {
  label: string
  Icon: typeof IconTrash
  disabled: boolean
  onClick: () => void
}

function IconButton({ label, Icon, ...rest }: IconButtonProps) {
  return (
    <ActionIcon size={24} aria-label={label} title={label} {...rest}>
      <Icon size={14} aria-hidden="true" />
    </ActionIcon>
  )
}

interface PartProps {
  part: LayerPart
  label: string
  value: Json | undefined
  onChange: (value: Json) => void
}

function PartControl(props: PartProps) {
  const { part, label, value, onChange } = props
  if (part.isSwitch)
    return (
      <Switch
        size="xs"
        label={part.title}
        aria-label={label}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked ? true : null)}
      />
    )
  if (part.options.length === 0) return <NumberControl {...props} />
  return (
    <Select
      aria-label={label}
      w={118}
      data={part.options}
      value={String(value ?? part.initial)}
      allowDeselect={false}
      onChange={onChange}
    />
  )
}

function NumberControl({ part, label, value, onChange }: PartProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const type = (text: string) => {
    setDraft(text)
    if (text.trim() === '') {
      if (part.isOptional) onChange(null)
    } else if (part.allows(Number(text))) onChange(Number(text))
  }
  const shown = draft ?? String(value ?? '')
  const isEmpty = shown.trim() === ''
  const invalid = isEmpty ? !part.isOptional : !part.allows(Number(shown))
  return (
    <label>
      {part.title}
      <TextInput
        aria-label={label}
        w={part.isOptional ? 78 : 64}
        inputMode="decimal"
        placeholder={part.isOptional ? 'as all' : undefined}
        value={shown}
        error={invalid}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => setDraft(null)}
      />
    </label>
  )
}
