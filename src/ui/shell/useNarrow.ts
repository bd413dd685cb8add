import { useMediaQuery } from '@mantine/hooks'

/** Whether the panels share one place as tabs, for want of room beside the canvas. */
export const useNarrow = (): boolean =>
  useMediaQuery('(max-width: 1099px)', undefined, { getInitialValueInEffect: false })
