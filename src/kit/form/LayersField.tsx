import { ActionIcon, Button, Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Json, JsonObject } from '@/base/json'
import type { FieldProps } from './context'
import { toRowFields, type RowField } from './rows'

/** A list of small records, one a row: the layers of a network, from input to output. */
export function LayersField({ field, value, form }: FieldProps) {
  const rows = (Array.isArray(value) ? value : []) as JsonObject[]
  const parts = toRowFields(field.schema.items)
  const commit = (next: JsonObject[]) => form.onChange(field.name, next)
  const set = (index: number, name: string, next: Json) =>
    commit(rows.map((row, at) => (at === index ? { ...row, [name]: next } : row)))
  const add = () =>
    commit([...rows, rows.at(-1) ?? Object.fromEntries(parts.map((part) => [part.name, part.initial]))])
  const full = rows.length >= (field.schema.maxItems ?? 20)
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }} disabled={form.disabled}>
      <legend className="kit-label">{field.title}</legend>
      <div className="kit-rows">
        {rows.map((row, index) => (
          <div className="kit-row" key={index}>
            <span style={{ color: 'var(--text-2)', width: 14 }}>{index + 1}</span>
            {parts.map((part) => (
              <RowControl
                key={part.name}
                part={part}
                label={`Layer ${index + 1}: ${part.title}`}
                value={row[part.name]}
                onChange={(next) => set(index, part.name, next)}
              />
            ))}
            <ActionIcon
              size={24}
              aria-label={`Remove layer ${index + 1}`}
              disabled={form.disabled}
              onClick={() => commit(rows.filter((_, at) => at !== index))}
            >
              <IconTrash size={14} aria-hidden="true" />
            </ActionIcon>
          </div>
        ))}
        <Button
          size="compact-xs"
          leftSection={<IconPlus size={13} />}
          disabled={form.disabled || full}
          onClick={add}
          style={{ alignSelf: 'start' }}
        >
          Add layer
        </Button>
      </div>
    </fieldset>
  )
}

interface RowControlProps {
  part: RowField
  label: string
  value: Json | undefined
  onChange: (value: Json) => void
}

function RowControl({ part, label, value, onChange }: RowControlProps) {
  const [draft, setDraft] = useState<string | null>(null)
  if (part.options.length > 0)
    return (
      <Select
        aria-label={label}
        w={104}
        data={part.options}
        value={String(value ?? part.initial)}
        allowDeselect={false}
        onChange={onChange}
      />
    )
  const type = (text: string) => {
    setDraft(text)
    const number = Number(text)
    if (text.trim() !== '' && part.allows(number)) onChange(number)
  }
  const shown = draft ?? String(value ?? '')
  const invalid = shown.trim() === '' || !part.allows(Number(shown))
  return (
    <TextInput
      aria-label={label}
      w={64}
      inputMode="decimal"
      value={shown}
      error={invalid}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setDraft(null)}
    />
  )
}
