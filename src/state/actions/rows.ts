import { connectPorts, refusal } from '@/document/connect'
import * as edits from '@/document/edits'
import { cardRoom, freePlace } from '@/document/freePlace'
import type { Workflow } from '@/document/schema'
import { definitions } from '@/nodes/definitions'
import type { Onward, RowSelection } from '@/values/rowSelection'
import { documentStore, edit } from '../documentStore'
import { forgetRuns } from '../results'
import { uiStore } from '../uiStore'
import { select } from './selection'

/** Selects rows in every chart that draws them; null clears. */
export function selectRows(rows: RowSelection | null): void {
  uiStore.setState({ rows })
}

/**
 * Adds a node that finds the selected rows again by their condition, wired as the chart's node is, beside it, as one
 * step of undo. Answers its id, or '' where nothing can be added.
 */
export function sendRowsOnward({ node, onward }: RowSelection): string {
  const { document } = documentStore.getState()
  const source = document.nodes.find(({ id }) => id === node)
  const definition = definitions.get(onward?.type ?? '')
  if (!source || !definition || !onward) return ''
  const { x, y } = source.position
  const position = freePlace(document, { x: x + cardRoom.x, y: y + cardRoom.y })
  const added = edits.addNode(document, { definition, position, params: onward.params })
  const wired = onward.wires.reduce(
    (now, wire) => wireOnward(now, { node, to: added.id, wire }),
    added.document,
  )
  if (!edit(() => wired)) return ''
  forgetRuns([added.id])
  select([added.id])
  return added.id
}

interface NewWire {
  node: string
  to: string
  wire: Onward['wires'][number]
}

/** What is not wired to the chart's node is not wired to the new one. */
function wireOnward(document: Workflow, { node, to, wire }: NewWire): Workflow {
  const from =
    'output' in wire
      ? { node, port: wire.output }
      : document.wires.filter((one) => one.to.node === node && one.to.port === wire.input)[wire.index]?.from
  const end = { node: to, port: wire.to }
  if (!from || refusal(document, definitions, from, end) !== null) return document
  return connectPorts(document, definitions, from, end)
}
