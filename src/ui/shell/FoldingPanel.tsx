import { useEffect, useRef, type ReactNode } from 'react'
import { Panel, type PanelImperativeHandle } from 'react-resizable-panels'
import { panelStore, useFolded, type PanelName } from './panels'

interface FoldingPanelProps {
  name: PanelName
  size: number | string
  least: number
  children: ReactNode
}

/** A panel that its button in the toolbar, or dragging its border to the edge, folds away. */
export function FoldingPanel({ name, size, least, children }: FoldingPanelProps) {
  const folded = useFolded((state) => state[name])
  const panel = useRef<PanelImperativeHandle>(null)
  useEffect(() => {
    const handle = panel.current
    if (!handle || handle.isCollapsed() === folded) return
    if (folded) handle.collapse()
    else handle.expand()
  }, [folded])
  const onResize = () => {
    const now = panel.current?.isCollapsed()
    if (now !== undefined && now !== panelStore.getState()[name]) panelStore.setState({ [name]: now })
  }
  return (
    <Panel
      id={name}
      panelRef={panel}
      collapsible
      collapsedSize={0}
      defaultSize={size}
      minSize={least}
      groupResizeBehavior={name === 'palette' ? 'preserve-pixel-size' : 'preserve-relative-size'}
      onResize={onResize}
      className={folded ? 'sc-folded' : undefined}
    >
      {children}
    </Panel>
  )
}
