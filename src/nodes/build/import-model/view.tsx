import { formatCount, formatNumber, formatPlural } from '@/base/format'
import { Tiles } from '@/kit/charts/MetricTiles'
import { defineView, type ViewProps } from '@/kit/view'
import { Warnings } from '@/kit/Warnings'
import type { ImportPreview } from './preview'

type Props = ViewProps<ImportPreview>

const taskNames = {
  binary: 'Two classes',
  multiclass: 'Several classes',
  regression: 'Numbers',
  clustering: 'Clusters',
}
const typeNames = { numeric: 'number', categorical: 'category', text: 'text', datetime: 'date' }

const sources: Record<ImportPreview['source'], { value: string | null; note: string }> = {
  stagecraft: { value: null, note: 'downloaded from Stagecraft' },
  tfjs: { value: 'Network of layers', note: 'TensorFlow.js' },
  onnx: { value: 'ONNX model', note: 'run by ONNX Runtime' },
}

/** The last part of a node type as words: `build/random-forest` is “random forest”. */
const learnerName = (type: string): string => type.slice(type.indexOf('/') + 1).replaceAll('-', ' ')

function Overview({ preview, result }: Props) {
  return (
    <div className="kit-stack">
      <Tiles tiles={tilesOf(preview)} />
      <Warnings result={result} />
      <p className="kit-quiet">{sentenceOf(preview)}</p>
      {preview.metrics.length > 0 && (
        <Table
          caption="Key figures of its training"
          head={['Figure', 'Value']}
          rows={preview.metrics.map(({ name, value }) => [name, formatNumber(value)])}
        />
      )}
      {preview.layers.length > 0 && (
        <Table
          caption="Layers"
          head={['Layer', 'Kind', 'Outputs']}
          rows={preview.layers.map(({ name, kind, units }) => [name, kind, formatCount(units)])}
        />
      )}
    </div>
  )
}

function tilesOf({ source, type, task, trainingRows, steps, columnCount, classCount }: ImportPreview) {
  const { value, note } = sources[source]
  return [
    { title: 'Model', value: value ?? learnerName(type), note },
    {
      title: 'Answers',
      value: taskNames[task],
      note: classCount > 0 ? `${formatCount(classCount)} classes` : '',
    },
    {
      title: 'Columns',
      value: formatCount(columnCount),
      note: `${formatPlural(steps, 'step')} of preparation`,
    },
    ...(trainingRows === null ? [] : [{ title: 'Training rows', value: formatCount(trainingRows) }]),
  ]
}

function sentenceOf({ target, classes, classCount, file, fingerprint }: ImportPreview): string {
  const named =
    classes.length > 0 ? ` as ${classes.join(', ')}${classCount > classes.length ? ' …' : ''}` : ''
  const predicts = target === '' ? 'It finds groups of rows.' : `It predicts “${target}”${named}.`
  return `${predicts} Read from ${file}; its fingerprint is ${fingerprint.slice(0, 12)}. It cannot be trained again.`
}

interface TableProps {
  caption: string
  head: string[]
  rows: string[][]
}

function Table({ caption, head, rows }: TableProps) {
  return (
    <div className="kit-scroll">
      <table className="kit-table">
        <caption style={{ textAlign: 'left' }}>{caption}</caption>
        <thead>
          <tr>
            {head.map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, index) => (
            <tr key={index}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={at} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={at}>{cell}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Columns({ preview }: Props) {
  const { columns, columnCount } = preview
  return (
    <div className="kit-stack">
      <Table
        caption="What each column of your data brings, in the order of the model"
        head={['Column', 'Type', 'Known to the model']}
        rows={columns.map(({ name, type, known }) => [
          name,
          typeNames[type as keyof typeof typeNames],
          known,
        ])}
      />
      {columnCount > columns.length && (
        <p className="kit-quiet">and {formatCount(columnCount - columns.length)} more columns</p>
      )}
    </div>
  )
}

export default defineView<ImportPreview>({
  Overview,
  tabs: [{ title: 'Columns', shows: ({ columns }) => columns.length > 0, Content: Columns }],
})
