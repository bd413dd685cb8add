import { Button, Select, useMantineColorScheme } from '@mantine/core'
import { memo, Suspense, useEffect, useMemo, useState } from 'react'
import { stageIndex } from '@/contract/stages'
import type { RecordedIteration } from '@/history/types'
import { definitions } from '@/nodes/definitions'
import { useDocument } from '@/state/documentStore'
import { uiStore } from '@/state/uiStore'
import { CardSheet } from '../canvas/CardSheet'
import { IterationHistory } from '../history'
import { NodeInspector } from '../inspector/NodeInspector'
import { NodeResults } from '../results/NodeResults'
import { makeCards, showCards, type MadeCard } from './cards'
import { fetchRecords, showRecord } from './records'
import { States } from './States'

const query = new URLSearchParams(location.search)

/** Development only: every view drawn from recorded results, every state, light and dark. */
export function Gallery() {
  const [records, setRecords] = useState<RecordedIteration[] | null>(null)
  const [chosen, setChosen] = useState(Number(query.get('record') ?? 0))
  const { toggleColorScheme } = useMantineColorScheme()
  useEffect(() => void fetchRecords(query.get('folder') ?? 'workflows').then(setRecords), [])
  const record = records?.[chosen]
  const cards = useMemo(() => makeCards(records ?? []), [records])
  useEffect(() => {
    if (record) showRecord(record)
    showCards(cards.flat())
    uiStore.setState({ focused: null, selection: [] })
  }, [record, cards])
  return (
    <div className="gallery">
      <div className="gallery-bar">
        <h1>Gallery</h1>
        {records && (
          <Select
            aria-label="Record"
            data={records.map((one, index) => ({ value: String(index), label: one.workflow.name }))}
            value={String(chosen)}
            onChange={(value) => setChosen(Number(value))}
          />
        )}
        <Button onClick={toggleColorScheme}>Light or dark</Button>
      </div>
      {records?.length === 0 && <p>No recorded results: run `npm run examples` first.</p>}
      {record && (
        <div className="gallery-grid">
          <Cards rows={cards} />
          <Panels key={record.id} />
        </div>
      )}
    </div>
  )
}

/** The same whichever record is shown: hundreds of cards are drawn once. */
const Cards = memo(function Cards({ rows }: { rows: MadeCard[][] }) {
  return (
    <div className="gallery-panel gallery-cards" data-node="cards">
      <CardSheet rows={rows.map((row) => row.map((card) => card.node))} />
    </div>
  )
})

function Panels() {
  const nodes = useDocument(({ document }) => document.nodes)
  const ordered = nodes.toSorted((a, b) => stageOf(a.type) - stageOf(b.type))
  return (
    <>
      {ordered.map((node) => (
        <div key={node.id} className="gallery-panel" data-node={node.type}>
          <div className="sc-results">
            <Suspense fallback={null}>
              <NodeResults node={node} />
            </Suspense>
          </div>
        </div>
      ))}
      <div className="gallery-panel" data-node="history">
        <IterationHistory />
      </div>
      <States />
      {ordered.map((node) => (
        <div key={node.id} className="gallery-panel gallery-wide" data-form={node.type}>
          <div className="sc-inspector">
            <NodeInspector id={node.id} />
          </div>
        </div>
      ))}
    </>
  )
}

const stageOf = (type: string): number => stageIndex(definitions.get(type)?.stage ?? 'problem')
