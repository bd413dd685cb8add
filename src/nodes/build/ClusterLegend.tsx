import type { ReactNode } from 'react'
import { seriesColour } from '@/kit/charts/palette'
import { noiseName } from './clusterNames'

/** Names beyond are not listed: colours repeat after the sixth as it is. */
const mostNames = 24

interface Props {
  names: string[]
  /** There are rows that are in no cluster. */
  noise?: boolean
  /** What is shown for a name, e.g. a button; noise comes after the last cluster. */
  label?: (cluster: number, name: string) => ReactNode
}

export function ClusterLegend({ names, noise = false, label = (_, name) => name }: Props) {
  return (
    <div style={{ display: 'flex', flexWrap: 'wrap', gap: '2px 12px', fontSize: 12, marginTop: 4 }}>
      {names.slice(0, mostNames).map((name, index) => (
        <Entry key={index} name={label(index, name)} colour={seriesColour(index)} />
      ))}
      {names.length > mostNames && <span>and {names.length - mostNames} more</span>}
      {noise && <Entry name={label(names.length, noiseName)} colour={noiseColour} mark="○" />}
    </div>
  )
}

export const noiseColour = 'var(--text-2)'

const Entry = ({ name, colour, mark = '●' }: { name: ReactNode; colour: string; mark?: string }) => (
  <span style={{ whiteSpace: 'nowrap' }}>
    <span aria-hidden="true" style={{ color: colour }}>
      {mark}
    </span>{' '}
    {name}
  </span>
)
