import type { Frame } from './palette'

export interface Label {
  text: string
  /** Kept when the name has to be cut short. */
  figure?: string
  colour: string
}

type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'

/** Names of the series, in their colours, in the corner of the plot that the lines leave free. */
export function Labels({ labels, corner, frame }: { labels: Label[]; corner: Corner; frame: Frame }) {
  const [vertical, horizontal] = corner.split('-') as ['top' | 'bottom', 'left' | 'right']
  const style = {
    [vertical]: frame[vertical] + 6,
    [horizontal]: frame[horizontal] + 4,
    textAlign: horizontal,
  }
  return (
    <div className="kit-labels" style={style}>
      {labels.map((label, index) => (
        <span key={index} style={{ color: label.colour }} title={label.text}>
          <b>{label.text}</b>
          {label.figure && <i>{label.figure}</i>}
        </span>
      ))}
    </div>
  )
}
