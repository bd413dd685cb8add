import { Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Json } from '@/base/json'
import type { FieldProps } from './context'

/** A parameter without a control of its own, as JSON; committed once it can be read. */
export function JsonField({ field, value, form }: FieldProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? JSON.stringify(value)
  const change = (next: string) => {
    setDraft(next)
    const read = readJson(next)
    if (read.ok) form.onChange(field.name, read.value)
  }
  const problem = readJson(text).ok ? form.problem(field.name) : 'Not yet valid JSON'
  return (
    <Textarea
      label={field.title}
      value={text}
      disabled={form.disabled}
      error={problem}
      autosize
      minRows={1}
      maxRows={5}
      onChange={(event) => change(event.currentTarget.value)}
      onBlur={() => setDraft(null)}
    />
  )
}

function readJson(text: string): { ok: true; value: Json } | { ok: false } {
  try {
    return { ok: true, value: JSON.parse(text) as Json }
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false }
    throw error
  }
}
