import type { RunContext } from '@/contract/run'
import type { JsonObject } from '@/base/json'
import { readModelFile, type ModelFile } from '@/ml/modelFile/read'
import { withColumns, withTargetColumn } from '@/ml/modelFile/rename'
import { chosenTarget } from '@/ml/task'
import type { Dataset } from '@/values/dataset'
import { pairColumns } from './pairing'

type Pairing = Parameters<typeof pairColumns>[2]

/** A model that was downloaded here, over the columns of these data. @throws StepFailure bad-file or different-data. */
export function fromModelFile(
  content: JsonObject,
  dataset: Dataset,
  params: Pairing,
  { catalog }: Pick<RunContext, 'catalog'>,
): ModelFile {
  const { model, metrics } = readModelFile(content, catalog)
  const paired = withColumns(model, pairColumns(model, dataset, params))
  const target = chosenTarget(dataset)
  return { model: target === null ? paired : withTargetColumn(paired, target), metrics }
}
