import { useElementSize } from '@mantine/hooks'
import { drawnWidth, TreeDrawing } from './TreeDrawing'
import { layTree } from './treeLayout'
import { TreeList } from './TreeList'
import type { TreeChoice } from './TreePart'
import type { TreeNodeText } from './treeText'

interface TreeChartProps extends TreeChoice {
  nodes: TreeNodeText[]
  classColour: (index: number) => string
  summary: string
}

/** Below this the words of a drawing could not be read. */
const leastScale = 0.75

/** Wider than this, the rows of a list would only drift apart. */
const widestList = 720

/** A decision tree: drawn with its root on top where that fits the width, else as rows, each level moved in. */
export function TreeChart(props: TreeChartProps) {
  const { ref, width } = useElementSize()
  const fits = width >= drawnWidth(layTree(props.nodes).columns) * leastScale
  return (
    <div ref={ref} className="kit-tree">
      {width > 0 &&
        (fits ? (
          <TreeDrawing {...props} width={width} />
        ) : (
          <TreeList {...props} width={Math.min(width, widestList)} />
        ))}
    </div>
  )
}
