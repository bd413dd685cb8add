import type { LoggedAnswer } from '@/contract/run'
import type { Deployment } from '@/values/deployment'
import type { Scores } from '@/values/model'
import { decideClasses } from './protocol'

/** What the log of an endpoint keeps of an answer. */
export function loggedAnswer({ version, model }: Deployment, scores: Scores): LoggedAnswer {
  const { values, width, rows } = scores
  if (model.classes.length === 0) return { version, predictions: [...values] }
  const predictions = decideClasses(model, scores)
  const positive = model.task === 'binary' ? model.classes.indexOf(model.positiveClass ?? '') : -1
  const classOf = (row: number) => (positive >= 0 ? positive : model.classes.indexOf(predictions[row]))
  return {
    version,
    predictions,
    scores: Array.from({ length: rows }, (_, row) => values[row * width + classOf(row)]),
  }
}
