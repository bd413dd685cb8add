import { Handle, Position } from '@xyflow/react'
import type { Port } from '@/contract/port'
import { feedbackIn, feedbackOut, inputHandle, outputHandle, portWords } from './ports'

interface PortHandleProps {
  port: Port
  side: 'input' | 'output'
  index: number
  count: number
}

/** One port on the edge of a card. Its shape and colour tell the kind; its label appears with the pointer. */
export function PortHandle({ port, side, index, count }: PortHandleProps) {
  const input = side === 'input'
  return (
    <Handle
      id={input ? inputHandle(port.name) : outputHandle(port.name)}
      type={input ? 'target' : 'source'}
      position={input ? Position.Left : Position.Right}
      className="sc-port"
      data-side={side}
      data-kinds={port.kinds.join(' ')}
      data-kind={port.kinds[0]}
      data-optional={port.optional || undefined}
      title={portWords(port, side)}
      style={{ top: `${((index + 1) / (count + 1)) * 100}%` }}
    >
      <span className="sc-port-shape" />
      <span className="sc-port-label">{port.title}</span>
    </Handle>
  )
}

/** The small feedback ports: one above that takes a feedback wire, one below that starts one. */
export function FeedbackHandles({ starts, takes }: { starts: boolean; takes: boolean }) {
  return (
    <>
      {takes && (
        <Handle
          id={feedbackIn}
          type="target"
          position={Position.Top}
          className="sc-feedback-port"
          data-side="feedback-in"
          title="Feedback: a wire from a later evaluation or monitoring node may lead back here"
        />
      )}
      {starts && (
        <Handle
          id={feedbackOut}
          type="source"
          position={Position.Bottom}
          className="sc-feedback-port"
          data-side="feedback-out"
          title="Feedback: drag to a node of an earlier stage to start the next iteration from here"
        />
      )}
    </>
  )
}
