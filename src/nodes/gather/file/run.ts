import { formatBytes, formatShape } from '@/base/format'
import { failStep } from '@/contract/errors'
import { defineRun } from '@/contract/run'
import { parseCsv } from '@/ml/csv/parseCsv'
import type { CsvFindings, CsvWarning } from '@/ml/csv/types'
import type { ColumnType } from '@/values/table'
import { datasetOf, withAppended } from '../gathered'
import definition from './definition'

/** What the view receives beside the preview of the table, which holds the first rows. Bounded like its parts. */
export interface FilePreview {
  name: string
  /** Bytes. */
  size: number
  findings: CsvFindings
  warnings: CsvWarning[]
  /** Types as read, corrections included; the first 2,000 columns. */
  columns: { name: string; type: ColumnType; corrected: boolean }[]
  /** Rows at the end that feedback has added. */
  appended: number
}

export default defineRun(definition, async ({ params, inputs, context }) => {
  const { file, appended: hashes, ...options } = params
  if (!file) return failStep({ kind: 'no-file' })
  context.progress({ share: 0, message: `Reading ${formatBytes(file.size)}` })
  const bytes = await context.host.readFile(file.hash)
  if (!bytes) return failStep({ kind: 'file-not-here', name: file.name })
  const read = await parseCsv(bytes, options, context)
  const { table, appended, warnings } = await withAppended(read.table, hashes, context)
  const corrected = new Set(options.types.map((wish) => wish.column))
  const preview: FilePreview = {
    name: file.name,
    size: bytes.length,
    findings: read.findings,
    warnings: read.warnings,
    columns: table.columns
      .slice(0, 2000)
      .map(({ name, type }) => ({ name, type, corrected: corrected.has(name) })),
    appended,
  }
  return {
    outputs: { data: datasetOf(table, inputs.objective) },
    preview,
    figure: formatShape(table.rowCount, table.columns.length),
    warnings: [...read.warnings.map(({ text }) => ({ text })), ...warnings],
  }
})
