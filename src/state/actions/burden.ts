import { connectPorts } from '@/document/connect'
import * as edits from '@/document/edits'
import { cardRoom, freePlace } from '@/document/freePlace'
import type { Wire, Workflow } from '@/document/schema'
import { definitions } from '@/nodes/definitions'
import { documentStore, edit } from '../documentStore'
import { runStore } from '../runStore'
import { run } from './run'
import { select } from './selection'

/** Runs a node that has asked whether it should, with these settings and these data, for as long as the page is open. */
export async function trainAnyway(node: string): Promise<void> {
  const key = runStore.getState().plan.steps.find((step) => step.node === node)?.key
  if (key === undefined) return
  runStore.setState(({ anyway }) => ({ anyway: new Set([...anyway, key]) }))
  await run()
}

/**
 * Puts a node that draws a share of the rows behind the source of the data that the node learns from, before anything is
 * learned from them, as one step of undo. Answers its id, or '' where there is no such place.
 * @param share in percent.
 */
export function drawSample(node: string, share: number): string {
  const { document } = documentStore.getState()
  const wire = wireOfSource(document, node)
  const definition = definitions.get('prepare/sample')
  if (!wire || !definition) return ''
  const { x, y } = document.nodes.find(({ id }) => id === wire.from.node)!.position
  const position = freePlace(document, { x: x + cardRoom.x, y })
  const params = { method: 'random', size: 'share', share: Number(share.toPrecision(3)) }
  const added = edits.addNode(document, { definition, position, params })
  const end = (port: string) => ({ node: added.id, port })
  const without = edits.removeItems(added.document, [wire.id])
  const into = connectPorts(without, definitions, wire.from, end('data'))
  if (!edit(() => connectPorts(into, definitions, end('data'), wire.to))) return ''
  select([added.id])
  return added.id
}

/** The wire by which the data leave their source on the way to a node; the first where several come together. */
function wireOfSource(document: Workflow, node: string): Wire | null {
  const stageOf = (id: string) =>
    definitions.get(document.nodes.find((one) => one.id === id)?.type ?? '')?.stage
  const seen = new Set<string>()
  for (let at = node; !seen.has(at);) {
    seen.add(at)
    const wire = document.wires.find(({ to }) => to.node === at && to.port === 'data')
    if (!wire) return null
    if (stageOf(wire.from.node) !== 'prepare') return wire
    at = wire.from.node
  }
  return null
}
