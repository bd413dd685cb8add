import { useCallback, useMemo } from 'react'
import { showDialog } from '@/state/actions'
import { useDocument } from '@/state/documentStore'
import { cardLabel } from './flowItems'
import { usualSize } from './cardRects'
import { targetsFrom, type Target } from './connectTargets'
import { localStore, useLocal } from './local'
import { PickList } from './PickList'
import { canvasView } from './view'
import { connectEnds } from './wiring'

/** “Connect from here”: the ways to wire the chosen node, for people who do not use a pointer. */
export function ConnectMenu() {
  const id = useLocal((state) => state.connecting)
  return id && <OpenMenu key={id} id={id} />
}

function OpenMenu({ id }: { id: string }) {
  const document = useDocument((state) => state.document)
  const node = document.nodes.find((candidate) => candidate.id === id)
  const items = useMemo(() => (node ? targetsFrom(document, node) : []), [document, node])
  const close = useCallback(() => {
    localStore.setState({ connecting: null })
    canvasView()?.focus(id)
  }, [id])
  if (!node) return null
  const beside = { x: node.position.x + usualSize.width + 16, y: node.position.y }
  const at = canvasView()?.toScreen(beside) ?? { x: 0, y: 0 }
  const pick = (target: Target) => {
    close()
    if (target.ends) connectEnds(target.ends)
    if (target.newFrom !== null) offerNew(id, target.newFrom, beside)
  }
  return (
    <PickList
      label={`Connect ${cardLabel(node).split(', ')[0]} to`}
      items={items}
      at={at}
      nothing="Nothing on the canvas takes what this node gives."
      onPick={(item) => pick(item as Target)}
      onClose={close}
    />
  )
}

function offerNew(node: string, port: string, beside: { x: number; y: number }): void {
  const at = { x: beside.x + 80, y: beside.y + usualSize.height / 2 }
  const screen = canvasView()?.toScreen(at) ?? { x: 0, y: 0 }
  showDialog({ kind: 'add-node', at, screen, from: { node, port, side: 'output' } })
}
