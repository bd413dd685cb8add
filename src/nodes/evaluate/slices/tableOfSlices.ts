import type { Figure, Slice } from '@/ml/slices/slices'
import type { Dataset } from '@/values/dataset'
import { codedColumn, numberColumn } from '@/values/table'

/** One row for each group; nothing in it is a target yet. */
export function tableOfSlices(slices: readonly Slice[]): Dataset {
  const figures = (name: string, pick: (slice: Slice) => Figure | null) =>
    numberColumn(
      name,
      slices.map((slice) => pick(slice)?.value ?? NaN),
    )
  const bounds = (name: string, pick: (figure: Figure) => number | null) =>
    numberColumn(
      name,
      slices.map(({ metric }) => (metric && pick(metric)) ?? NaN),
    )
  const table = {
    rowCount: slices.length,
    columns: [
      codedColumn('column', slices.map(({ column }) => column)), // prettier-ignore
      codedColumn('group', slices.map(({ name }) => name)), // prettier-ignore
      numberColumn('rows', slices.map(({ rows }) => rows)), // prettier-ignore
      figures('metric', ({ metric }) => metric),
      bounds('low', ({ low }) => low),
      bounds('high', ({ high }) => high),
      figures('called', ({ called }) => called),
      figures('found', ({ found }) => found),
      figures('false alarms', ({ alarms }) => alarms),
    ],
  }
  return { kind: 'dataset', raw: table, table, roles: new Map(), marks: null, recipe: [], objective: null }
}
