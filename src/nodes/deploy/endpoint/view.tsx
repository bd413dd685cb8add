import { formatCount, formatDuration, formatMoment, formatNumber } from '@/base/format'
import { Notice } from '@/kit/Notice'
import { Tiles, type Tile } from '@/kit/charts/MetricTiles'
import { SimpleTable } from '@/kit/tables/SimpleTable'
import { defineView, type ViewProps } from '@/kit/view'
import { UnscoredNotice } from '../../evaluate/UnscoredNotice'
import { AnsweringNotice } from './AnsweringNotice'
import { AskForm } from './AskForm'
import { Snippets } from './Snippets'
import { Traffic } from './Traffic'
import { Versions } from './Versions'
import { takenOver } from './takenOver'
import type { EndpointPreview } from './preview'

type Props = ViewProps<EndpointPreview>

function Overview({ preview, endpoint }: Props) {
  return (
    <div className="kit-stack">
      <Tiles tiles={tilesOf(preview)} />
      {endpoint && <AnsweringNotice preview={preview} endpoint={endpoint} />}
      {!preview.parity.equal && (
        <Notice
          tone="bad"
          cause="The endpoint does not answer what the workflow predicts."
          advice="Run again; if it stays so, save the workflow and report it."
        />
      )}
      {preview.tookOverFrom !== undefined && (
        <Notice tone="warn" {...takenOver(preview.name, preview.tookOverFrom)} />
      )}
      <UnscoredNotice unscored={preview.unscored} />
      {endpoint ? (
        <AskForm key={`${preview.name} ${preview.version}`} preview={preview} endpoint={endpoint} />
      ) : (
        <p className="kit-quiet">The form needs a page with a running endpoint.</p>
      )}
      <p className="kit-quiet">
        {preview.decision && decisionText(preview.decision)}
        Version {preview.version}, deployed {formatMoment(preview.deployedAt)}. What callers ask is kept on
        this device and can be watched with a Drift node.
      </p>
    </div>
  )
}

const decisionText = ({ positiveClass, threshold }: NonNullable<EndpointPreview['decision']>): string =>
  `A row is called “${positiveClass}” from a score of ${formatNumber(threshold)} on. `

function tilesOf({ parity, latency }: EndpointPreview): Tile[] {
  return [
    {
      title: 'Parity',
      value: parityText(parity),
      note: `over ${formatCount(parity.rows)} rows`,
      explain:
        'Largest difference between a score of the endpoint and the one of the workflow for the same row; the predicted classes must be equal too.',
    },
    {
      title: 'Latency, p50',
      value: formatDuration(latency.p50),
      note: 'half are faster',
      explain: latencyText(latency.requests),
    },
    {
      title: 'Latency, p95',
      value: formatDuration(latency.p95),
      note: '95 % are faster',
      explain: latencyText(latency.requests),
    },
  ]
}

function parityText({ equal, largest, differentClasses }: EndpointPreview['parity']): string {
  if (equal) return 'Equal'
  return largest > 0 ? largest.toExponential(1) : `${formatCount(differentClasses)} decided otherwise`
}

const latencyText = (requests: number): string =>
  `Time of a request of one row, over ${requests} requests in this browser.`

function Contract({ preview }: Props) {
  const rows = preview.contract.map((field) => [field.name, field.type, seen(field)])
  return (
    <div className="kit-stack">
      <p className="kit-quiet">
        What a request must carry. A null is a missing value; the model predicts “{preview.target}”.
      </p>
      <div className="kit-wrap">
        <SimpleTable caption="Inputs" columns={['Input', 'Type', 'Seen in training']} rows={rows} />
      </div>
    </div>
  )
}

function seen(field: EndpointPreview['contract'][number]): string {
  if (field.categories.length > 0) return field.categories.slice(0, 8).join(', ')
  return field.minimum === null ? '' : `${field.minimum} to ${field.maximum}`
}

export default defineView<EndpointPreview>({
  Overview,
  tabs: [
    { title: 'Versions', Content: Versions },
    { title: 'Traffic', Content: Traffic },
    { title: 'Contract', Content: Contract },
    { title: 'Code', Content: Snippets },
  ],
  badge: ({ parity }) =>
    parity.equal ? { text: 'Answers equal', tone: 'good' } : { text: 'Answers differ', tone: 'bad' },
})
