import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { formatPlural } from '@/base/format'
import { usePick } from '@/kit/rowPicking'
import { clusterPick, type ClusterProps } from './clusterPicks'

interface Props {
  of: ClusterProps
  cluster: number
  name: string
  /** What stands there in place of the name; nothing where the rows cannot be selected. */
  children?: ReactNode
}

/** A cluster that selects its rows in every open chart. */
export function ClusterName({ of, cluster, name, children }: Props) {
  const picking = usePick()
  const rows = clusterPick(of, cluster)
  if (!picking || !rows) return children ? null : <>{name}</>
  return (
    <UnstyledButton
      className="kit-pick"
      title={`Select the ${formatPlural(rows.count, 'row')} of ${name}`}
      aria-pressed={picking.isPicked(rows.key)}
      onClick={() => picking.pick(rows)}
    >
      {children ?? name}
    </UnstyledButton>
  )
}
