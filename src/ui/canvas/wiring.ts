import type { Connection, Edge, OnConnectEnd, OnConnectStart } from '@xyflow/react'
import { feedbackRefusal, findPort, refusal } from '@/document/connect'
import { definitions } from '@/nodes/definitions'
import { connect, connectFeedback, showDialog } from '@/state/actions'
import { documentStore } from '@/state/documentStore'
import type { Point } from './feedbackRoute'
import { localStore } from './local'
import { feedbackIn, feedbackOut, inputHandle, outputHandle, portOfHandle } from './ports'
import { say } from './toast'
import { canvasView } from './view'

type Ends = Pick<Connection, 'source' | 'sourceHandle' | 'target' | 'targetHandle'>

/** Why the two ends may not be joined, as a sentence; null when they may. */
export function whyNot({ source, sourceHandle, target, targetHandle }: Ends): string | null {
  const { document } = documentStore.getState()
  const [from, to] = [portOfHandle(sourceHandle), portOfHandle(targetHandle)]
  if (from === null && to === null) return feedbackRefusal(document, definitions, source, target)
  if (from === null || to === null) return 'A feedback port joins feedback ports only.'
  return refusal(document, definitions, { node: source, port: from }, { node: target, port: to })
}

export const mayConnect = (ends: Connection | Edge): boolean => whyNot(ends as Ends) === null

export function connectEnds(ends: Ends): void {
  const [from, to] = [portOfHandle(ends.sourceHandle), portOfHandle(ends.targetHandle)]
  const reason =
    from === null || to === null
      ? connectFeedback(ends.source, ends.target)
      : connect({ node: ends.source, port: from }, { node: ends.target, port: to })
  if (reason !== null) say(reason)
}

export const startWiring: OnConnectStart = (_event, { nodeId, handleId, handleType }) => {
  if (!nodeId || !handleType) return
  const side = handleType === 'source' ? 'output' : 'input'
  const name = portOfHandle(handleId)
  if (name === null) return localStore.setState({ wiring: { side: 'feedback', kinds: [] } })
  const node = documentStore.getState().document.nodes.find(({ id }) => id === nodeId)
  const port = findPort(definitions.get(node?.type ?? ''), name, side)
  localStore.setState({ wiring: { side, kinds: port?.kinds ?? [] } })
}

/** A wire let go over empty canvas offers the node types that fit; one let go over a port that does not fit says why. */
export const endWiring: OnConnectEnd = (event, state) => {
  localStore.setState({ wiring: null })
  if (state.isValid || !state.fromNode || !state.fromHandle) return
  const fromOutput = state.fromHandle.type === 'source'
  if (state.toHandle && state.toNode) {
    const [start, end] = fromOutput ? [state.fromHandle, state.toHandle] : [state.toHandle, state.fromHandle]
    if (start.nodeId === end.nodeId && start.id === end.id) return
    return say(whyNotHandles(start, end) ?? 'These two ports do not fit.')
  }
  const from = { node: state.fromNode.id, handle: state.fromHandle.id ?? null, output: fromOutput }
  dropWire(from, pointOf(event))
}

interface Loose {
  node: string
  handle: string | null
  output: boolean
}

function dropWire(from: Loose, screen: Point): void {
  const under = document.elementFromPoint(screen.x, screen.y)
  const card = under?.closest<HTMLElement>('.react-flow__node-card')?.dataset.id
  if (card && card !== from.node) return dropOnCard(from, card)
  const port = portOfHandle(from.handle)
  const view = canvasView()
  if (card || port === null || !view || !under?.closest('.react-flow__pane')) return
  const side = from.output ? 'output' : 'input'
  showDialog({ kind: 'add-node', at: view.toCanvas(screen), screen, from: { node: from.node, port, side } })
}

/** A wire let go anywhere over a card goes to the first of its ports that takes it. */
function dropOnCard(from: Loose, card: string): void {
  const type = documentStore.getState().document.nodes.find(({ id }) => id === card)?.type ?? ''
  const definition = definitions.get(type)
  const ports = from.output ? definition?.inputPorts : definition?.outputPorts
  const handles =
    portOfHandle(from.handle) === null
      ? [from.output ? feedbackIn : feedbackOut]
      : (ports ?? []).map(({ name }) => (from.output ? inputHandle(name) : outputHandle(name)))
  const choices = handles.map((handle) =>
    from.output
      ? { source: from.node, sourceHandle: from.handle, target: card, targetHandle: handle }
      : { source: card, sourceHandle: handle, target: from.node, targetHandle: from.handle },
  )
  const fitting = choices.find((ends) => whyNot(ends) === null)
  if (fitting) connectEnds(fitting)
  else say(choices.length > 0 ? whyNot(choices[0])! : 'This node has no port for it.')
}

interface HandleEnd {
  nodeId: string
  id?: string | null
  type: string
}

function whyNotHandles(start: HandleEnd, end: HandleEnd): string | null {
  if (start.type === end.type)
    return `Wires lead from an output to an input; these are two ${start.type === 'source' ? 'outputs' : 'inputs'}.`
  return whyNot({
    source: start.nodeId,
    sourceHandle: start.id ?? null,
    target: end.nodeId,
    targetHandle: end.id ?? null,
  })
}

const pointOf = (event: MouseEvent | TouchEvent) => {
  const { clientX: x, clientY: y } = 'changedTouches' in event ? event.changedTouches[0] : event
  return { x, y }
}
