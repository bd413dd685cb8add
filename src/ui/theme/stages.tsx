import {
  IconActivity,
  IconChartLine,
  IconCube,
  IconDatabase,
  IconFilter,
  IconRocket,
  IconTarget,
} from '@tabler/icons-react'
import type { StageId } from '@/contract/stages'

/** The accent of a stage, readable as text on every surface: a CSS colour that follows the colour scheme. */
export const stageColour = (stage: StageId): string => `var(--stage-${stage})`

/** A quiet background in the accent of a stage. */
export const stageSoftColour = (stage: StageId): string => `var(--stage-${stage}-soft)`

const icons = {
  problem: IconTarget,
  gather: IconDatabase,
  prepare: IconFilter,
  build: IconCube,
  evaluate: IconChartLine,
  deploy: IconRocket,
  monitor: IconActivity,
} satisfies Record<StageId, unknown>

/** The picture of a stage, in its accent; decorative, so hidden from screen readers. */
export function StageIcon({ stage, size = 16 }: { stage: StageId; size?: number }) {
  const Icon = icons[stage]
  return <Icon size={size} color={stageColour(stage)} stroke={1.8} aria-hidden="true" />
}
