import { useComputedColorScheme } from '@mantine/core'
import { useLayoutEffect, useRef, type CSSProperties } from 'react'

/** A colour of the style sheet (`--cell` or any other that holds one) and how strong it is, from 0 to 1. */
export interface CellPaint {
  variable: string
  weight: number
}

interface CellCanvasProps {
  columns: number
  rows: number
  /** By row from the top, then by column; null leaves a cell empty. */
  paintOf: (row: number, column: number) => CellPaint | null
  /** Cells run into each other. */
  smooth?: boolean
  style: CSSProperties
}

/** Thousands of coloured cells: one pixel each, enlarged by the browser. */
export function CellCanvas({ columns, rows, paintOf, smooth = false, style }: CellCanvasProps) {
  const place = useRef<HTMLCanvasElement>(null)
  // The colours of the style sheet follow it.
  const scheme = useComputedColorScheme('light')
  useLayoutEffect(() => {
    const canvas = place.current
    const context = canvas?.getContext('2d')
    if (!canvas || !context) return
    const image = context.createImageData(columns, rows)
    const colourOf = colourReader(canvas, context)
    for (let cell = 0; cell < rows * columns; cell++) {
      const paint = paintOf(Math.floor(cell / columns), cell % columns)
      if (!paint) continue
      image.data.set([...colourOf(paint.variable), Math.round(255 * paint.weight)], 4 * cell)
    }
    context.putImageData(image, 0, 0)
  }, [columns, rows, paintOf, scheme])
  return (
    <canvas
      ref={place}
      width={columns}
      height={rows}
      style={{ imageRendering: smooth ? 'auto' : 'pixelated', ...style }}
    />
  )
}

/** Red, green and blue of a variable, each read once. */
function colourReader(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D) {
  const styles = getComputedStyle(canvas)
  const known = new Map<string, number[]>()
  return (variable: string): number[] => {
    const held = known.get(variable) ?? toRgb(styles.getPropertyValue(variable).trim(), context)
    known.set(variable, held)
    return held
  }
}

function toRgb(text: string, context: CanvasRenderingContext2D): number[] {
  const triple = text.split(/\s+/).map(Number)
  if (triple.length === 3 && triple.every(Number.isFinite)) return triple
  // The canvas writes any opaque colour as #rrggbb.
  context.fillStyle = text
  const hex = String(context.fillStyle)
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
}
