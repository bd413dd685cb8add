import type { Iteration } from '@/history/types'
import { extent } from '@/kit/charts/ticks'

export interface TimelinePoint {
  iteration: Iteration
  x: number
  y: number
  /** Ends of the interval; null where there is none. */
  low: number | null
  high: number | null
}

export interface TimelineShape {
  metric: string
  points: TimelinePoint[]
  /** From a parent to its child; a branch starts where the parent already had a child. */
  links: { from: TimelinePoint; to: TimelinePoint; branch: boolean }[]
  /** Height of the objective's threshold; null without one. */
  goal: { y: number; value: number } | null
  range: [number, number]
}

export interface TimelineBox {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
}

/** Places the iterations that have a figure of the newest primary metric; null when there is none. */
export function timelineShape(iterations: readonly Iteration[], box: TimelineBox): TimelineShape | null {
  const metric = iterations.findLast((iteration) => iteration.primary)?.primary?.metric
  if (metric === undefined) return null
  const shown = iterations.filter((iteration) => iteration.primary?.metric === metric)
  const goal = shown.at(-1)?.primary?.threshold ?? null
  const figures = shown.flatMap(({ primary }) => [primary!.value, ...(goal === null ? [] : [goal])])
  const range = extent(figures, 0.18)
  const height = box.height - box.top - box.bottom
  const yOf = (value: number) => box.top + height * (1 - clamp((value - range[0]) / (range[1] - range[0])))
  const step = (box.width - box.left - box.right) / Math.max(1, shown.length - 1)
  const points = shown.map((iteration, index): TimelinePoint => {
    const { value, low, high } = iteration.primary!
    const x = shown.length === 1 ? box.width / 2 : box.left + index * step
    return {
      iteration,
      x,
      y: yOf(value),
      low: low === null ? null : yOf(low),
      high: high === null ? null : yOf(high),
    }
  })
  return {
    metric,
    points,
    links: linksOf(points, iterations),
    goal: goal === null ? null : { y: yOf(goal), value: goal },
    range,
  }
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share))

/** The nearest ancestor that is drawn counts as the parent. */
function linksOf(points: TimelinePoint[], iterations: readonly Iteration[]): TimelineShape['links'] {
  const byId = new Map(points.map((point) => [point.iteration.id, point]))
  const parents = new Map(iterations.map((iteration) => [iteration.id, iteration.parent]))
  const continued = new Set<string>()
  return points.flatMap((to) => {
    let parent = to.iteration.parent
    while (parent !== null && !byId.has(parent)) parent = parents.get(parent) ?? null
    const from = parent === null ? undefined : byId.get(parent)
    if (!from) return []
    const branch = continued.has(from.iteration.id)
    continued.add(from.iteration.id)
    return [{ from, to, branch }]
  })
}
