import type { Table } from '@/values/table'
import { decide } from '../metrics/classData'
import { mostPoints } from '../metrics/residuals'
import { originOf, spacedOver } from '../preview/originOf'
import { classData, type Judging } from './evaluateScores'
import type { ModelResult } from './preview'
import type { ScoredRows } from './scoredRows'

/** The judged rows that charts may draw and select, by their numbers in the raw table. */
export function drawnRows(
  raw: Table,
  scored: ScoredRows,
  judging: Judging,
): NonNullable<ModelResult['drawn']> {
  const places = spacedOver(scored.rows.length, mostPoints)
  const drawn = { origin: originOf(raw), rows: places.map((place) => scored.rows[place]) }
  if (judging.task === 'regression') return { ...drawn, classes: [], truth: [], predicted: [] }
  const predicted = decide(classData(scored, judging))
  return {
    ...drawn,
    classes: scored.classes,
    truth: places.map((place) => scored.truth[place]),
    predicted: places.map((place) => predicted[place]),
  }
}
