import { defineRun } from '@/contract/run'
import { plural, runStep, type StepChange } from '../stepRun'
import definition from './definition'
import step, { type EncodeState } from './step'

const maxNotes = 12

export default defineRun(definition, ({ params, inputs, context }) =>
  runStep({ step, params, dataset: inputs.data, context }, (change) => {
    const { before, after } = change.preview.columns
    return {
      figure: params.method === 'one-hot' ? `${before} → ${after}` : `${encodings(change).length} encoded`,
      notes: describe(change),
    }
  }),
)

const encodings = ({ state }: StepChange) => (state as EncodeState).columns

function describe(change: StepChange): string[] {
  const columns = encodings(change)
  if (columns.length === 0) return ['No feature holds categories: nothing was changed.']
  const notes = columns
    .slice(0, maxNotes)
    .map(
      ({ column, categories }) =>
        `“${column}”: ${categories.length} ${categories.length === 1 ? 'category' : 'categories'}.`,
    )
  const rest = columns.length - notes.length
  return rest > 0 ? [...notes, `${plural(rest, 'more column')} encoded.`] : notes
}
