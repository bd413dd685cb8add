import type { Frame } from './palette'

export interface Label {
  text: string
  /** Kept when the name has to be cut short. */
  figure?: string
  colour: string
}

/** `below` the plot where lines can run through every corner. */
export type LabelPlace = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right' | 'below'

interface LabelsProps {
  labels: Label[]
  corner: LabelPlace
  frame: Frame
}

/** Names of the series, in their colours, in the corner of the plot that the lines leave free. */
export function Labels({ labels, corner, frame }: LabelsProps) {
  if (corner === 'below')
    return (
      <div className="kit-legend" style={{ paddingLeft: frame.left }}>
        <Names labels={labels} />
      </div>
    )
  const [vertical, horizontal] = corner.split('-') as ['top' | 'bottom', 'left' | 'right']
  const style = {
    [vertical]: frame[vertical] + 6,
    [horizontal]: frame[horizontal] + 4,
    textAlign: horizontal,
  }
  return (
    <div className="kit-labels" style={style}>
      <Names labels={labels} />
    </div>
  )
}

const Names = ({ labels }: { labels: Label[] }) =>
  labels.map((label, index) => (
    <span key={index} style={{ color: label.colour }} title={label.text}>
      <b>{label.text}</b>
      {label.figure && <i>{label.figure}</i>}
    </span>
  ))
