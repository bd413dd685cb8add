import type { Point } from './feedbackRoute'

export const pickSize = { width: 320, height: 360 }

/** Near a point, yet wholly on the screen. */
export function placeNear(at: Point): { left: number; top: number } {
  return {
    left: Math.max(8, Math.min(at.x, window.innerWidth - pickSize.width - 8)),
    top: Math.max(8, Math.min(at.y, window.innerHeight - pickSize.height - 8)),
  }
}
