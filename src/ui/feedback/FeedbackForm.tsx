import '@/kit/kit.css'
import { Select, TextInput } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import type { FeedbackRule } from '@/document/schema'
import { definitions } from '@/nodes/definitions'
import { setRule } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import { titleOf } from '@/state/selectors'
import { newThen, newWhen, thenKinds, thenTitles, whenKinds, whenTitles } from './choices'
import { MetricCondition, ThenDetails } from './RuleDetails'

/** The rule of a feedback wire: when it fires, what it does to its target, how often at most. */
export function FeedbackForm({ wire: id, heading }: { wire: string; heading?: boolean }) {
  const wire = useDocument(({ document }) => document.feedback.find((candidate) => candidate.id === id))
  const nodes = useDocument(({ document }) => document.nodes)
  const disabled = useDocument(({ mode }) => mode === 'read-only')
  if (!wire) return <p className="kit-quiet">This feedback wire is gone.</p>
  const [from, to] = [wire.from, wire.to].map((end) => nodes.find((node) => node.id === end))
  const { rule } = wire
  const change = (patch: Partial<FeedbackRule>) => setRule(id, { ...rule, ...patch })
  const route = `${from ? titleOf(from) : wire.from} → ${to ? titleOf(to) : wire.to}`
  return (
    <>
      {heading && (
        <header className="sc-inspector-head">
          <IconArrowBackUp size={16} aria-hidden="true" />
          <h2>Feedback</h2>
          <p className="sc-summary">{route}</p>
        </header>
      )}
      {!heading && <p className="kit-quiet">{route}</p>}
      <div className="kit-form" style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(190px, 1fr))' }}>
        <Select
          label="When"
          data={titled(whenTitles, whenKinds(from && definitions.get(from.type)?.stage, rule.when.kind))}
          value={rule.when.kind}
          allowDeselect={false}
          disabled={disabled}
          onChange={(kind) => kind && change({ when: newWhen(kind as FeedbackRule['when']['kind']) })}
        />
        {rule.when.kind === 'metric-below' && (
          <MetricCondition when={rule.when} disabled={disabled} onChange={(when) => change({ when })} />
        )}
        <Select
          label="Then"
          data={titled(thenTitles, thenKinds(to && definitions.get(to.type)?.stage, rule.then.kind))}
          value={rule.then.kind}
          allowDeselect={false}
          disabled={disabled}
          onChange={(kind) => kind && change({ then: newThen(kind as FeedbackRule['then']['kind']) })}
        />
        <ThenDetails then={rule.then} target={to} disabled={disabled} onChange={(then) => change({ then })} />
        <AtMost value={rule.atMost} disabled={disabled} onChange={(atMost) => change({ atMost })} />
      </div>
      <p className="kit-quiet">
        The rule is looked at after every run. When it fires,{' '}
        {rule.then.kind === 'propose'
          ? 'the proposal appears in the iteration history, and nothing else happens.'
          : 'the next iteration starts by itself and its record says why.'}
      </p>
    </>
  )
}

const titled = <K extends string>(titles: Record<K, string>, kinds: K[]) =>
  kinds.map((value) => ({ value, label: titles[value] }))

function AtMost({
  value,
  disabled,
  onChange,
}: {
  value: number
  disabled: boolean
  onChange: (value: number) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  const text = draft ?? String(value)
  const allowed = (typed: string) => /^\d{1,3}$/.test(typed) && Number(typed) >= 1 && Number(typed) <= 100
  const type = (typed: string) => {
    setDraft(typed)
    if (allowed(typed)) onChange(Number(typed))
  }
  return (
    <TextInput
      label="At most (times)"
      inputMode="numeric"
      value={text}
      disabled={disabled}
      error={allowed(text) ? null : 'From 1 to 100'}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setDraft(null)}
    />
  )
}
