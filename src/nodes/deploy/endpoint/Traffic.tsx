import { UnstyledButton } from '@mantine/core'
import { useEffect, useState } from 'react'
import { formatCount, formatDuration, formatMoment, formatPercent } from '@/base/format'
import { Tiles, type Tile } from '@/kit/charts/MetricTiles'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import type { EndpointAccess, ViewProps } from '@/kit/view'
import type { LoggedRequest, Traffic as Log } from '@/contract/run'
import type { EndpointPreview } from './preview'
import { RequestDetail } from './RequestDetail'
import { answeredBy, isRefused, latencyAt, saidText } from './trafficTexts'

const listed = 50

/** What the endpoint was asked, the newest first; alive while callers ask. */
export function Traffic({ preview, endpoint }: ViewProps<EndpointPreview>) {
  const log = useTraffic(preview.name, endpoint)
  const [chosen, setChosen] = useState<LoggedRequest | null>(null)
  if (!endpoint) return <p className="kit-quiet">The log needs a page with a running endpoint.</p>
  if (!log) return null
  if (log.total === 0)
    return (
      <p className="kit-quiet">Nobody has asked “{preview.name}” yet. Overview has a form that asks it.</p>
    )
  return (
    <div className="kit-stack">
      <Tiles tiles={tilesOf(log)} />
      <Requests log={log} onChoose={setChosen} />
      {chosen && <RequestDetail request={chosen} />}
      <p className="kit-quiet">
        The log is kept on this device only. {droppedText(log.dropped)}Times are from the request to the
        answer, inside the service worker.
      </p>
    </div>
  )
}

function useTraffic(name: string, endpoint: EndpointAccess | undefined): Log | null {
  const [known, setKnown] = useState<{ name: string; log: Log } | null>(null)
  useEffect(() => endpoint?.watchTraffic(name, (log) => setKnown({ name, log })), [name, endpoint])
  return known?.name === name ? known.log : null
}

const droppedText = (dropped: number): string =>
  dropped === 0 ? '' : `${formatCount(dropped)} older requests made room for newer ones. `

function tilesOf({ newest, total }: Log): Tile[] {
  const refused = newest.filter(isRefused).length
  const among = `of the last ${formatCount(newest.length)}`
  return [
    { title: 'Requests', value: formatCount(total), note: 'in the log' },
    { title: 'Refused', value: formatPercent(refused / newest.length), note: among },
    { title: 'Latency, p95', value: formatDuration(latencyAt(newest, 0.95)), note: among },
  ]
}

interface RequestsProps {
  log: Log
  onChoose: (request: LoggedRequest) => void
}

function Requests({ log, onChoose }: RequestsProps) {
  const when = (request: LoggedRequest) => (
    <UnstyledButton className="kit-row-button" onClick={() => onChoose(request)}>
      {formatMoment(request.at)}
    </UnstyledButton>
  )
  return (
    <div className="kit-scroll">
      <SimpleTable
        caption="Requests, the newest first"
        columns={['When', 'Answer', 'Version', 'Time']}
        numeric={[3]}
        rows={log.newest
          .slice(0, listed)
          .map((request) => [
            when(request),
            saidText(request),
            answeredBy(request),
            request.ms === undefined ? null : formatDuration(request.ms),
          ])}
      />
    </div>
  )
}
