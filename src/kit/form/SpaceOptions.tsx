import { MultiSelect } from '@mantine/core'
import { useState } from 'react'
import { comboboxProps } from './BasicFields'
import type { SpaceRecord } from './context'
import type { Field } from './fields'
import { SpaceProblem } from './SpaceProblem'

type OptionsRecord = Exclude<SpaceRecord, { from: number }>

interface SpaceOptionsProps {
  record: OptionsRecord
  field: Field | null
  title: string
  disabled: boolean
  onChange: (record: SpaceRecord) => void
}

/** Which choices are tried; the last one stays, and the line says so. */
export function SpaceOptions({ record, field, title, disabled, onChange }: SpaceOptionsProps) {
  const [refused, setRefused] = useState(false)
  const known = choicesOf(field)
  const choose = (chosen: string[]) => {
    setRefused(chosen.length === 0)
    if (chosen.length === 0) return
    const options = known.filter(({ value }) => chosen.includes(value)).map(({ given }) => given)
    onChange({ ...record, options })
  }
  const isEmpty = record.options.length === 0
  return (
    <>
      <MultiSelect
        aria-label={`${title}: choices`}
        w={292}
        data={known.map((one) => ({ value: one.value, label: one.title }))}
        value={record.options.map(String)}
        disabled={disabled}
        error={isEmpty}
        comboboxProps={comboboxProps}
        onChange={choose}
      />
      <SpaceProblem text={isEmpty || refused ? 'At least one choice is needed.' : null} />
    </>
  )
}

interface Choice {
  value: string
  title: string
  given: string | number | boolean
}

function choicesOf(field: Field | null): Choice[] {
  if (field?.kind === 'boolean')
    return [true, false].map((given) => ({ value: String(given), title: given ? 'Yes' : 'No', given }))
  return (field?.options ?? []).flatMap((option) => {
    const given = field?.schema.enum?.find((one) => String(one) === option.value) ?? option.value
    return given === null ? [] : [{ ...option, given }]
  })
}
