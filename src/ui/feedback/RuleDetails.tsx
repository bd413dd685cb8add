import { Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FeedbackRule, WorkflowNode } from '@/document/schema'
import { fieldsOf } from '@/kit/form/fields'
import { definitions } from '@/nodes/definitions'
import { metrics } from '@/values/metrics'
import { parseValues, valuesText } from './choices'

type MetricWhen = Extract<FeedbackRule['when'], { kind: 'metric-below' }>

interface MetricConditionProps {
  when: MetricWhen
  disabled: boolean
  onChange: (when: MetricWhen) => void
}

export function MetricCondition({ when, disabled, onChange }: MetricConditionProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? String(when.value)
  const valid = text.trim() !== '' && Number.isFinite(Number(text))
  const type = (typed: string) => {
    setDraft(typed)
    if (typed.trim() !== '' && Number.isFinite(Number(typed))) onChange({ ...when, value: Number(typed) })
  }
  return (
    <>
      <Select
        label="Metric"
        data={metrics.map((metric) => ({ value: metric.id, label: metric.title }))}
        value={when.metric}
        searchable
        allowDeselect={false}
        disabled={disabled}
        onChange={(metric) => metric && onChange({ ...when, metric })}
      />
      <TextInput
        label="Worse than"
        inputMode="decimal"
        value={text}
        disabled={disabled}
        error={valid ? null : 'Not a number'}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => setDraft(null)}
      />
    </>
  )
}

interface ThenDetailsProps {
  then: FeedbackRule['then']
  target: WorkflowNode | undefined
  disabled: boolean
  onChange: (then: FeedbackRule['then']) => void
}

export function ThenDetails({ then, target, disabled, onChange }: ThenDetailsProps) {
  const [draft, setDraft] = useState<string | null>(null)
  if (then.kind === 'append-data') return null
  if (then.kind === 'propose') {
    return (
      <Textarea
        label="What to propose"
        value={then.advice}
        maxLength={2000}
        autosize
        minRows={1}
        maxRows={4}
        placeholder="e.g. gather more rows of the rare class"
        disabled={disabled}
        onChange={(event) => onChange({ ...then, advice: event.currentTarget.value })}
      />
    )
  }
  const definition = definitions.get(target?.type ?? '')
  const fields = definition
    ? fieldsOf(definition.params).filter((field) =>
        ['number', 'choice', 'boolean', 'text'].includes(field.kind),
      )
    : []
  const chosen = fields.find((field) => field.name === then.parameter)
  const choices = chosen?.options.map((option) => option.value).join(', ')
  const type = (typed: string) => {
    setDraft(typed)
    onChange({ ...then, values: parseValues(typed) })
  }
  return (
    <>
      <Select
        label="Parameter"
        data={fields.map((field) => ({ value: field.name, label: field.title }))}
        value={then.parameter || null}
        allowDeselect={false}
        placeholder="choose one"
        error={then.parameter === '' ? 'Choose a parameter' : null}
        disabled={disabled}
        onChange={(parameter) => parameter && onChange({ ...then, parameter })}
      />
      <TextInput
        label="Values, tried in this order"
        value={draft ?? valuesText(then.values)}
        placeholder={choices || 'e.g. 0.1, 1, 10'}
        error={then.values.length === 0 ? 'Type at least one value' : null}
        disabled={disabled}
        onChange={(event) => type(event.currentTarget.value)}
        onBlur={() => setDraft(null)}
      />
    </>
  )
}
