import type { Definitions } from '@/contract/node'
import type { Workflow } from '@/document/schema'
import { changeOf, factsOf, type Fact } from './facts'
import type { Change } from './types'

/**
 * What differs between two workflows: parameters, nodes, wires, seed and data. Positions, titles and notes are no
 * differences. A node that comes or goes is one change: its parameters are not listed on top.
 */
export function diffWorkflows(before: Workflow, after: Workflow, definitions: Definitions): Change[] {
  const old = index(factsOf(before, definitions))
  const now = index(factsOf(after, definitions))
  const changes: Change[] = []
  for (const [key, fact] of old) {
    if (!now.has(key) && !(belongsToNode(fact) && !hasNode(now, fact)))
      changes.push(changeOf(fact, undefined))
  }
  for (const [key, fact] of now) {
    const past = old.get(key)
    if (past?.identity === fact.identity) continue
    if (!past && belongsToNode(fact) && !hasNode(old, fact)) continue
    changes.push(changeOf(past, fact))
  }
  return changes
}

const index = (facts: Fact[]): Map<string, Fact> => new Map(facts.map((fact) => [fact.key, fact]))

const belongsToNode = (fact: Fact): boolean => fact.kind === 'parameter' || fact.kind === 'data'

/** Whether the node that a parameter belongs to is there, with the same type. */
function hasNode(facts: Map<string, Fact>, param: Fact): boolean {
  const [, id, type] = JSON.parse(param.key) as string[]
  return facts.has(JSON.stringify(['node', id, type]))
}
