import { ActionIcon, Button, Select } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { comboboxProps } from './BasicFields'
import type { FieldProps, SpaceRecord, WiredLearner } from './context'
import type { Field } from './fields'
import { SpaceBounds } from './SpaceBounds'
import { SpaceOptions } from './SpaceOptions'

/** What a search tries: for each wired learner its parameters, numbers with a range, choices with what to choose from. */
export function SpaceField({ field, value, form }: FieldProps) {
  const records = (Array.isArray(value) ? value : []) as SpaceRecord[]
  const learners = form.learners ?? []
  const commit = (next: SpaceRecord[]) => form.onChange(field.name, next)
  const replace = (type: string, own: SpaceRecord[]) =>
    commit([...records.filter((one) => one.type !== type), ...own])
  const problem = form.problem(field.name)
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0, minWidth: 0 }} disabled={form.disabled}>
      <legend className="kit-label">{field.title}</legend>
      {learners.length === 0 && (
        <p className="kit-quiet">Wire a learner to this node: then its parameters are listed here.</p>
      )}
      {learners.map((learner) => (
        <LearnerSpace
          key={learner.type}
          learner={learner}
          records={records.filter(({ type }) => type === learner.type)}
          single={field.schema.maxItems === 1}
          disabled={form.disabled}
          onChange={(own) => replace(learner.type, own)}
        />
      ))}
      {problem !== null && <p className="kit-quiet">{problem}</p>}
    </fieldset>
  )
}

interface LearnerSpaceProps {
  learner: WiredLearner
  records: SpaceRecord[]
  /** One parameter alone can be chosen: another takes its place. */
  single: boolean
  disabled: boolean
  onChange: (records: SpaceRecord[]) => void
}

/** Without a choice the usual space is shown; the first change makes it the person's own. */
function LearnerSpace({ learner, records, single, disabled, onChange }: LearnerSpaceProps) {
  const isUsual = records.length === 0
  const usual = single ? learner.usual.slice(0, 1) : learner.usual
  const shown = isUsual ? usual : records
  const free = learner.fields.filter(({ name }) => !shown.some(({ param }) => param === name))
  const set = (index: number, next: SpaceRecord) =>
    onChange(shown.map((record, at) => (at === index ? next : record)))
  const add = (name: string | null) => {
    const added = learner.fields.find((one) => one.name === name)
    if (added) onChange([...(single ? [] : shown), learner.recordFor(added)])
  }
  return (
    <div className="kit-rows" role="group" aria-label={`Search space of ${learner.title}`}>
      <span className="kit-quiet">
        {learner.title}
        {isUsual && ', as usual'}
      </span>
      {shown.map((record, index) => (
        <SpaceRow
          key={record.param}
          record={record}
          field={learner.fields.find(({ name }) => name === record.param) ?? null}
          disabled={disabled}
          onChange={(next) => set(index, next)}
          onRemove={single ? null : () => onChange(shown.filter((_, at) => at !== index))}
        />
      ))}
      <div className="kit-row">
        <Select
          aria-label={`${single ? 'Vary' : 'Search'} another parameter of ${learner.title}`}
          placeholder={single ? 'Another parameter' : 'Add a parameter'}
          w={190}
          data={free.map(({ name, title }) => ({ value: name, label: title }))}
          value={null}
          disabled={disabled || free.length === 0}
          comboboxProps={comboboxProps}
          onChange={add}
        />
        {!isUsual && (
          <Button size="compact-xs" variant="default" disabled={disabled} onClick={() => onChange([])}>
            Back to the usual
          </Button>
        )}
      </div>
    </div>
  )
}

interface SpaceRowProps {
  record: SpaceRecord
  field: Field | null
  disabled: boolean
  onChange: (record: SpaceRecord) => void
  /** Null where it cannot be removed. */
  onRemove: (() => void) | null
}

function SpaceRow({ record, field, disabled, onChange, onRemove }: SpaceRowProps) {
  const title = field?.title ?? record.param
  return (
    <div className="kit-row kit-row-space">
      <span style={{ width: 150, minWidth: 0 }}>{title}</span>
      {'options' in record ? (
        <SpaceOptions {...{ record, field, title, disabled, onChange }} />
      ) : (
        <SpaceBounds {...{ record, field, title, disabled, onChange }} />
      )}
      {onRemove && (
        <ActionIcon
          size={24}
          aria-label={`Do not search ${title}`}
          title="Do not search this"
          disabled={disabled}
          onClick={onRemove}
        >
          <IconTrash size={14} aria-hidden="true" />
        </ActionIcon>
      )}
    </div>
  )
}
