import { Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { comboboxProps } from './BasicFields'
import type { SpaceRecord } from './context'
import type { Field } from './fields'
import { parseNumber } from './numberText'
import { SpaceProblem } from './SpaceProblem'

type RangeRecord = Extract<SpaceRecord, { from: number }>
type End = 'from' | 'to'

interface SpaceBoundsProps {
  record: RangeRecord
  field: Field | null
  title: string
  disabled: boolean
  onChange: (record: SpaceRecord) => void
}

/**
 * Both ends of a range and how it is walked. Only a range that can be searched is taken over; of any other the reason is
 * written below it, and Escape brings the last one back.
 */
export function SpaceBounds({ record, field, title, disabled, onChange }: SpaceBoundsProps) {
  const [draft, setDraft] = useState<Partial<Record<End, string>>>({})
  const read = readRange(record, draft, field)
  const type = (end: End, text: string) => {
    const next = { ...draft, [end]: text }
    setDraft(next)
    const { range, problem } = readRange(record, next, field)
    if (problem === null) onChange({ ...record, ...range })
  }
  const bound = (end: End) => (
    <TextInput
      aria-label={`${title}: ${end}`}
      w={76}
      inputMode="decimal"
      value={draft[end] ?? String(record[end])}
      disabled={disabled || !field}
      error={read.problem !== null}
      onChange={(event) => type(end, event.currentTarget.value)}
      onBlur={() => read.problem === null && setDraft({})}
      onKeyDown={(event) => event.key === 'Escape' && setDraft({})}
    />
  )
  return (
    <>
      {bound('from')}
      {bound('to')}
      <Select
        aria-label={`${title}: steps`}
        w={120}
        data={[
          { value: 'linear', label: 'Even steps' },
          { value: 'log', label: 'Even factors', disabled: record.from <= 0 },
        ]}
        value={record.log ? 'log' : 'linear'}
        allowDeselect={false}
        disabled={disabled}
        comboboxProps={comboboxProps}
        onChange={(scale) => onChange({ ...record, log: scale === 'log' })}
      />
      <SpaceProblem text={read.problem} />
    </>
  )
}

interface ReadRange {
  range: { from: number; to: number }
  /** Why it cannot be searched; null where it can. */
  problem: string | null
}

function readRange(
  { from, to, log }: RangeRecord,
  draft: Partial<Record<End, string>>,
  field: Field | null,
): ReadRange {
  const range = { from, to }
  for (const end of ['from', 'to'] as const) {
    const text = draft[end]
    if (text === undefined || !field) continue
    const parsed = parseNumber(text, { ...field, nullable: false })
    if (!parsed.ok) return { range, problem: `${parsed.problem}.` }
    range[end] = parsed.value!
  }
  return { range, problem: problemOf(range, log) }
}

function problemOf({ from, to }: ReadRange['range'], log: boolean): string | null {
  if (from > to) return 'Write the smaller number first.'
  if (log && from <= 0) return 'Even factors begin above 0: choose even steps, or a larger number.'
  return null
}
