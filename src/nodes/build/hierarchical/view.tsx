import { defineView, type ViewProps } from '@/kit/view'
import { ClusterName } from '../ClusterName'
import { ClusterOverview, ClusterProfiles, ClusterScatter, Elbow } from '../ClusterViews'
import { DendrogramChart } from './DendrogramChart'
import type { HierarchicalPreview } from './run'

const Tree = (props: ViewProps<HierarchicalPreview>) => (
  <DendrogramChart
    tree={props.preview.tree}
    names={props.preview.names}
    label={(cluster, name) => <ClusterName of={props} cluster={cluster} name={name} />}
  />
)

const Sweep = (props: ViewProps<HierarchicalPreview>) => (
  <Elbow
    {...props}
    name="Silhouette"
    advice="The number of clusters with the highest silhouette parts the rows most clearly."
  />
)

export default defineView<HierarchicalPreview>({
  Overview: ClusterOverview,
  tabs: [
    { title: 'Tree', shows: ({ tree }) => tree.branches.length > 1, Content: Tree },
    { title: 'Number', shows: ({ elbow }) => elbow !== null, Content: Sweep },
    { title: 'Profiles', shows: ({ summary }) => summary.profiles.length > 0, Content: ClusterProfiles },
    { title: 'Scatter', shows: ({ summary }) => summary.scatter.axes.length > 1, Content: ClusterScatter },
  ],
})
