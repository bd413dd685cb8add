import { Button } from '@mantine/core'
import { formatCount, formatMetric } from '@/base/format'
import { ConfusionMatrix } from '@/kit/charts/ConfusionMatrix'
import { CurveChart } from '@/kit/charts/CurveChart'
import { seriesColour } from '@/kit/charts/palette'
import { LinesChart } from '@/kit/charts/LinesChart'
import { Tiles } from '@/kit/charts/MetricTiles'
import { defineView, type ViewProps } from '@/kit/view'
import { atThreshold, indexOfThreshold, matrixAt, type AtThreshold } from '../atThreshold'
import { useMoved } from '../useMoved'
import definition from './definition'
import type { ThresholdPreview } from './preview'

type Props = ViewProps<ThresholdPreview>

/** What each threshold would do; the ring chooses one by hand. */
function Overview(props: Props) {
  const { preview, titleOf } = props
  const { counts, costs, classes, positiveClass } = preview
  const start = indexOfThreshold(counts.thresholds, preview.threshold)
  const [moved, setMoved] = useMoved(props.result.key)
  const index = Math.min(moved ?? start, counts.thresholds.length - 1)
  const all = counts.thresholds.map((_, at) => atThreshold(counts, at, costs))
  const here = all[index]
  return (
    <div className="kit-stack">
      <Tiles tiles={tilesOf(here)} />
      <CurveChart
        title="Over the threshold"
        xTitle="Decision threshold"
        yTitle="Share"
        corner="below"
        series={[
          { name: 'Recall', x: counts.thresholds, y: all.map(({ recall }) => recall) },
          { name: 'Precision', x: counts.thresholds, y: all.map(({ precision }) => precision) },
          { name: 'F1', x: counts.thresholds, y: all.map(({ f1 }) => f1) },
        ]}
        summary={`Recall, precision and F1 at ${counts.thresholds.length} thresholds; chosen ${formatMetric(preview.threshold)}.`}
        handle={{
          label: 'Decision threshold',
          points: all.map(({ threshold, recall }) => ({ x: threshold, y: recall })),
          index,
          onMove: setMoved,
          text: `Threshold ${formatMetric(here.threshold)}, precision ${formatMetric(here.precision)}, recall ${formatMetric(here.recall)}, cost ${formatMetric(here.cost)}`,
          colour: seriesColour(0),
        }}
      />
      <ByHand {...props} chosen={here} moved={index !== start} back={() => setMoved(null)} />
      <ConfusionMatrix
        title={`Confusion · threshold ${formatMetric(here.threshold)}`}
        classes={classes}
        counts={matrixAt(here, classes[0] === positiveClass)}
      />
      <LinesChart
        title="Cost per row"
        xTitle="Decision threshold"
        x={counts.thresholds}
        series={[{ name: 'Cost', values: all.map(({ cost }) => cost) }]}
        tellsLast={false}
        mark={{ x: here.threshold, text: formatMetric(here.threshold) }}
      />
      <p className="kit-quiet">
        {titleOf(preview.model)} on {formatCount(preview.rows)}{' '}
        {preview.source === 'wired-rows' ? 'rows that are wired to this node' : 'validation rows'}; a row
        counts as {positiveClass} from a score of {formatMetric(preview.threshold)} on.
      </p>
    </div>
  )
}

interface ByHandProps extends Props {
  chosen: AtThreshold
  moved: boolean
  back: () => void
}

function ByHand({ node, chosen, moved, back, onApply }: ByHandProps) {
  if (!moved) return <p className="kit-quiet">Drag the ring on the curve to choose another one by hand.</p>
  const value = Math.min(1, Math.max(0, Number(chosen.threshold.toFixed(6))))
  return (
    <p className="kit-quiet" aria-live="polite">
      {onApply && (
        <Button size="compact-xs" onClick={() => onApply(node, definition.type, { value, goal: 'manual' })}>
          Use this threshold
        </Button>
      )}{' '}
      <Button size="compact-xs" variant="subtle" onClick={back}>
        Back
      </Button>
    </p>
  )
}

const tilesOf = (at: AtThreshold) => [
  { title: 'Threshold', value: formatMetric(at.threshold) },
  { title: 'Precision', value: formatMetric(at.precision) },
  { title: 'Recall', value: formatMetric(at.recall) },
  { title: 'Cost per row', value: formatMetric(at.cost) },
]

export default defineView<ThresholdPreview>({ Overview })
