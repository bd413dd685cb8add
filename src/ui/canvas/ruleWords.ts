import { formatNumber } from '@/base/format'
import type { FeedbackRule } from '@/document/schema'
import { definitions } from '@/nodes/definitions'
import type { HistoryState } from '@/state/types'
import { metricInfo } from '@/values/metrics'

/** A rule as one line: what has to happen, then what is done. */
export const ruleWords = (rule: FeedbackRule, targetType: string): string =>
  `${whenWords(rule.when)} → ${thenWords(rule.then, targetType)}`

function whenWords(when: FeedbackRule['when']): string {
  switch (when.kind) {
    case 'objective-not-met':
      return 'objective not met'
    case 'metric-below':
      return `${metricInfo(when.metric)?.title ?? when.metric} worse than ${formatNumber(when.value)}`
    case 'drift-found':
      return 'drift found'
    case 'performance-fell':
      return 'performance fell'
  }
}

function thenWords(then: FeedbackRule['then'], targetType: string): string {
  switch (then.kind) {
    case 'set-parameter':
      return `try the next ${parameterTitle(targetType, then.parameter)}`
    case 'append-data':
      return 'append rows and retrain'
    case 'propose':
      return 'propose'
  }
}

/** The parameter as its form names it. */
function parameterTitle(type: string, parameter: string): string {
  const title = definitions.get(type)?.params.shape[parameter]?.meta()?.title
  return typeof title === 'string' ? title.toLowerCase() : parameter || 'value'
}

/** How often in a row the wire started the iteration that the canvas stands on, since a person last did. */
export function timesUsed(wire: string, { iterations, current }: HistoryState): number {
  const byId = new Map(iterations.map((iteration) => [iteration.id, iteration]))
  let used = 0
  for (let at = current === null ? undefined : byId.get(current); at?.cause.kind === 'feedback';) {
    if (at.cause.wire === wire) used++
    at = at.parent === null ? undefined : byId.get(at.parent)
  }
  return used
}
