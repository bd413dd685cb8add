import type { RunContext } from '@/contract/run'
import { StepFailure } from '@/contract/errors'
import { failFile } from '@/ml/modelFile/read'
import { scoreMarked } from '@/ml/score'
import type { Model } from '@/values/model'
import { allRows, takeRows, type Table } from '@/values/table'

const rows = 5

/**
 * Scores a few rows, so that weights which do not fit together are found here and not where the model is used.
 * @throws StepFailure bad-file, or what the model has against these data.
 */
export async function tryOut(model: Model, raw: Table, context: RunContext): Promise<void> {
  const few = takeRows(raw, allRows(Math.min(rows, raw.rowCount)))
  try {
    const { width } = await scoreMarked(context.catalog, model, few, context)
    if (width !== Math.max(1, model.classes.length)) throw new Error('another number of outputs')
  } catch (error) {
    if (error instanceof StepFailure) throw error
    failFile(
      'The model file is damaged: its weights do not fit together',
      'Download the model again where it was trained.',
    )
  }
}
