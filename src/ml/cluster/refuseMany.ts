import { formatCount } from '@/base/format'
import { failStep } from '@/contract/errors'

/** Clusters that can be scored, drawn and told apart. */
const mostClusters = 200

/** @throws StepFailure parameter when a setting gives more clusters than anybody can look at. */
export function refuseMany(clusters: number, parameter: string, advice: string): void {
  if (clusters <= mostClusters) return
  failStep({
    kind: 'parameter',
    parameter,
    problem: `this gives ${formatCount(clusters)} clusters, and ${mostClusters} is the most`,
    advice,
  })
}
