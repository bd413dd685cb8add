import { Button, Group, Textarea, TextInput } from '@mantine/core'
import { IconRestore, IconStar, IconStarFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { formatDuration, formatMoment } from '@/base/format'
import type { Iteration } from '@/history/types'
import { annotateIteration, nameIteration, restoreIteration, starIteration } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import { changeText } from './words'

const shownChanges = 8

/** What one iteration was, and what can be done with it. */
export function IterationDetails({ iteration, current }: { iteration: Iteration; current: boolean }) {
  const readOnly = useDocument(({ mode }) => mode === 'read-only')
  const { id, number, starred } = iteration
  const facts = [
    formatMoment(iteration.at),
    formatDuration(iteration.durationMs),
    iteration.backend,
    `seed ${iteration.seed}`,
  ]
  if (iteration.repeats > 0)
    facts.push(`came out the same ${iteration.repeats} more ${iteration.repeats === 1 ? 'time' : 'times'}`)
  return (
    <section className="sc-iteration" aria-label={`Iteration ${number}`}>
      <Group gap={6} wrap="nowrap">
        <KeptText
          label="Name of the iteration"
          placeholder={`Name iteration ${number}`}
          value={iteration.name}
          disabled={readOnly}
          onKeep={(name) => nameIteration(id, name)}
        />
        <Button
          aria-pressed={starred}
          disabled={readOnly}
          leftSection={starred ? <IconStarFilled size={13} /> : <IconStar size={13} />}
          onClick={() => starIteration(id, !starred)}
        >
          {starred ? 'Starred' : 'Star'}
        </Button>
        <Button
          disabled={readOnly || current}
          leftSection={<IconRestore size={13} />}
          onClick={() => restoreIteration(id)}
          title={
            current
              ? 'The canvas stands on this iteration'
              : 'Brings its workflow back to the canvas; the next run starts a branch'
          }
        >
          Restore
        </Button>
      </Group>
      {iteration.cause.kind === 'feedback' && (
        <p className="kit-quiet">Started by feedback: {iteration.cause.sentence}</p>
      )}
      <Changes iteration={iteration} />
      <KeptText
        long
        label="Annotation"
        placeholder="What was learned"
        value={iteration.annotation}
        disabled={readOnly}
        onKeep={(text) => annotateIteration(id, text)}
      />
      <p className="kit-quiet">{facts.join(' · ')}</p>
    </section>
  )
}

function Changes({ iteration: { changes } }: { iteration: Iteration }) {
  if (changes.length === 0) return null
  const more = changes.length - shownChanges
  return (
    <ul>
      {changes.slice(0, shownChanges).map((change, index) => (
        <li key={index}>{changeText(change)}</li>
      ))}
      {more > 0 && <li>and {more} more</li>}
    </ul>
  )
}

interface KeptTextProps {
  label: string
  placeholder: string
  value: string
  disabled: boolean
  long?: boolean
  onKeep: (text: string) => void
}

/** Text that is kept when the field is left. */
function KeptText({ label, placeholder, value, disabled, long, onKeep }: KeptTextProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const keep = () => {
    if (draft !== null && draft !== value) onKeep(draft)
    setDraft(null)
  }
  const shared = {
    'aria-label': label,
    placeholder,
    value: draft ?? value,
    disabled,
    style: { flex: 1 },
    onBlur: keep,
  }
  if (long)
    return (
      <Textarea
        {...shared}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={5000}
        onChange={(event) => setDraft(event.currentTarget.value)}
      />
    )
  return (
    <TextInput
      {...shared}
      maxLength={200}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    />
  )
}
