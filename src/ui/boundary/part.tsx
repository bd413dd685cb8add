import { use, type ComponentType } from 'react'
import { remember } from './remember'

/** A component that is loaded when first drawn, like React's `lazy`, but whose failed load can be tried again. */
export function part<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> & { start: () => void } {
  const loaded = remember(load)
  const Part = (props: Props) => {
    const Content = use(loaded())
    return <Content {...props} />
  }
  return Object.assign(Part, { start: () => void loaded() })
}
