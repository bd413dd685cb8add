import { Tabs } from '@mantine/core'
import { Suspense, type ReactNode } from 'react'
import type { StepResult } from '@/contract/events'
import type { WorkflowNode } from '@/document/schema'
import type { AnyView, ViewProps } from '@/kit/view'
import type { Json } from '@/base/json'
import { definitions } from '@/nodes/definitions'
import { saveCsv } from '@/state/actions'
import { titleOf } from '@/state/selectors'
import { part } from '../boundary/part'
import { DefaultView, hasDefaultView } from './DefaultView'
import { Explain } from './Explain'
import { extraTabs } from './extraTabs'
import { SaveModel } from './SaveModel'
import { ColumnsPanel, RowsPanel, tableIn } from './TablePanels'
import { SelectionBar } from './SelectionBar'
import { useViewProps } from './useViewProps'
import { ViewBoundary } from './ViewBoundary'

export interface ResultTabsProps {
  node: WorkflowNode
  view: AnyView | null
  result: StepResult | null
  /** The result is not of what is on the canvas now. */
  old: boolean
  /** Title of the open tab; null for the first. */
  chosen: string | null
  onChoose: (tab: string | null) => void
}

interface Panel {
  title: string
  content: () => ReactNode
  /** Belongs to a result, so it fades with it. */
  result: boolean
}

const lazyTabs = extraTabs.map((tab) => ({ title: tab.title, Content: part(tab.load) }))

/** Overview, what the view adds, the table where there is one, then words and code. */
export function ResultTabs({ node, view, result, old, chosen, onChoose }: ResultTabsProps) {
  const props = useViewProps(node, result)
  const panels = panelsOf(node, view, props)
  const active = panels.find((panel) => panel.title === chosen) ?? panels[0]
  if (!active) return null
  return (
    <Tabs value={active.title} onChange={onChoose} keepMounted={false}>
      <Tabs.List aria-label={`Results of ${titleOf(node)}`}>
        {panels.map((panel) => (
          <Tabs.Tab key={panel.title} value={panel.title}>
            {panel.title}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <SelectionBar />
      <Tabs.Panel value={active.title}>
        <div className={old && active.result ? 'sc-old' : undefined}>
          <ViewBoundary key={`${result?.key} ${active.title}`}>
            <Suspense fallback={<p className="kit-quiet">Loading</p>}>{active.content()}</Suspense>
          </ViewBoundary>
        </div>
      </Tabs.Panel>
    </Tabs>
  )
}

function panelsOf(node: WorkflowNode, view: AnyView | null, props: ViewProps<Json> | null): Panel[] {
  const definition = definitions.get(node.type)
  const words: Panel[] = [
    ...(definition
      ? [{ title: 'Explain', content: () => <Explain type={definition.type} />, result: false }]
      : []),
    ...lazyTabs.map(({ title, Content }) => ({
      title,
      content: () => <Content node={node.id} />,
      result: false,
    })),
  ]
  return props ? [...resultPanels(view, props), ...words] : words
}

function resultPanels(view: AnyView | null, props: ViewProps<Json>): Panel[] {
  const table = tableIn(props.result)
  const tabs = (view?.tabs ?? []).filter((tab) => tab.shows?.(props.preview) ?? true)
  const port = props.result.outputs.find((output) => output.table)?.port ?? ''
  const save = () => void saveCsv(props.node, port)
  const panels: Panel[] = []
  const overview = (content: ReactNode) => () => (
    <>
      {content}
      <SaveModel result={props.result} />
    </>
  )
  if (view) panels.push({ title: 'Overview', content: overview(<view.Overview {...props} />), result: true })
  else if (hasDefaultView(props.result))
    panels.push({ title: 'Overview', content: overview(<DefaultView result={props.result} />), result: true })
  for (const { title, Content } of tabs)
    panels.push({ title, content: () => <Content {...props} />, result: true })
  if (table && view && !view.listsColumns)
    panels.push({ title: 'Columns', content: () => <ColumnsPanel table={table} />, result: true })
  if (table)
    panels.push({ title: 'Rows', content: () => <RowsPanel table={table} onSave={save} />, result: true })
  return panels
}
