import { createContext, use } from 'react'

/** How much taller pictures are drawn than in a side panel. */
export const PlotScale = createContext(1)

/** Height of a plot in pixels, given that for a side panel. */
export const usePlotHeight = (height: number): number => Math.round(height * use(PlotScale))
