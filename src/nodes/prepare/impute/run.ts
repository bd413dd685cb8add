import { formatCount, formatDate, formatNumber } from '@/base/format'
import { defineRun } from '@/contract/run'
import { findColumn } from '@/values/table'
import { plural, runStep, type StepChange } from '../stepRun'
import definition from './definition'
import step, { type ImputeState } from './step'

const maxNotes = 12

export default defineRun(definition, ({ params, inputs, context }) =>
  runStep({ step, params, dataset: inputs.data, context }, (change) => ({
    figure: `${formatCount(change.preview.valuesChanged)} filled`,
    notes: describeFills(change),
  })),
)

function describeFills({ preview, state, before }: StepChange): string[] {
  if (preview.changedCount === 0)
    return ['Nothing was missing. The values learned stand ready for later rows.']
  const fills = new Map((state as ImputeState).columns.map((fill) => [fill.name, fill.value]))
  const notes = preview.changed.slice(0, maxNotes).map(({ name, valuesChanged }) => {
    const isDate = findColumn(before, name)?.type === 'datetime'
    return `“${name}”: ${plural(valuesChanged, 'gap')} filled with ${writeValue(fills.get(name) ?? '', isDate)}.`
  })
  const rest = preview.changedCount - notes.length
  return rest > 0 ? [...notes, `${plural(rest, 'more column')} filled.`] : notes
}

function writeValue(value: number | string, isDate: boolean): string {
  if (typeof value === 'string') return `“${value.slice(0, 100)}”`
  return isDate && Math.abs(value) <= 8.64e15 ? formatDate(value) : formatNumber(value)
}
