import { Autocomplete, Button, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { formatNumber, formatPercent } from '@/base/format'
import { Bars } from '@/kit/charts/Bars'
import { Notice } from '@/kit/Notice'
import type { EndpointAccess } from '@/kit/view'
import type { ContractField } from '@/values/model'
import { readAnswer, requestFor, typicalTexts, type Answer } from './askRequest'
import type { EndpointPreview } from './preview'

interface AskFormProps {
  preview: EndpointPreview
  endpoint: EndpointAccess
}

/** A form made from the model's contract: one row goes to the endpoint as any caller would send it. */
export function AskForm({ preview, endpoint }: AskFormProps) {
  const [texts, setTexts] = useState(() => typicalTexts(preview.contract))
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [asking, setAsking] = useState(false)
  const ask = async (event: FormEvent) => {
    event.preventDefault()
    setAsking(true)
    const { status, body } = await endpoint.ask(preview.name, requestFor(preview.contract, texts))
    setAnswer(readAnswer(status, body))
    setAsking(false)
  }
  return (
    <form onSubmit={ask} className="kit-stack" aria-label="Try the endpoint">
      <h4 className="kit-heading">Try it</h4>
      <div className="kit-form">
        {preview.contract.map((field, index) => (
          <FieldInput
            key={field.name}
            field={field}
            text={texts[index]}
            error={answer?.kind === 'refused' && answer.field === field.name ? answer.reason : null}
            onText={(text) => setTexts(texts.with(index, text))}
          />
        ))}
      </div>
      <Button type="submit" size="xs" loading={asking} style={{ alignSelf: 'start' }}>
        Ask the endpoint
      </Button>
      <div aria-live="polite">{answer && <AnswerText answer={answer} target={preview.target} />}</div>
    </form>
  )
}

interface FieldInputProps {
  field: ContractField
  text: string
  error: string | null
  onText: (text: string) => void
}

function FieldInput({ field, text, error, onText }: FieldInputProps) {
  const shared = {
    label: field.name || '(no name)',
    size: 'xs' as const,
    value: text,
    error,
    placeholder: 'missing',
  }
  if (field.categories.length > 0)
    return <Autocomplete {...shared} data={field.categories} onChange={onText} />
  return (
    <TextInput
      {...shared}
      inputMode={field.type === 'numeric' ? 'decimal' : 'text'}
      onChange={(event) => onText(event.currentTarget.value)}
    />
  )
}

function AnswerText({ answer, target }: { answer: Answer; target: string }) {
  if (answer.kind === 'refused')
    return <Notice tone="bad" cause={`Refused (${answer.status}): ${answer.reason}`} />
  const { prediction, shares } = answer
  const text = typeof prediction === 'number' ? formatNumber(prediction) : prediction
  return (
    <div className="kit-stack">
      <p style={{ margin: 0 }}>
        Predicted {target}: <strong>{text}</strong>
      </p>
      {shares.length > 0 && (
        <Bars
          most={1}
          items={shares.map(({ name, share }) => ({ name, value: share, text: formatPercent(share) }))}
        />
      )}
    </div>
  )
}
