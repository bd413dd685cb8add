/**
 * Elementary functions with the same last bit in every browser and in Node: ports of FreeBSD's msun in
 * plain JavaScript. The platform's own may differ between engines, and metrics must not.
 */
import stdExp from '@stdlib/math-base-special-exp'
import stdLn from '@stdlib/math-base-special-ln'
import stdPow from '@stdlib/math-base-special-pow'
import stdSin from '@stdlib/math-base-special-sin'
import stdCos from '@stdlib/math-base-special-cos'
import stdTanh from '@stdlib/math-base-special-tanh'

export const exp: (x: number) => number = stdExp
export const log: (x: number) => number = stdLn
export const pow: (x: number, y: number) => number = stdPow
export const sin: (x: number) => number = stdSin
export const cos: (x: number) => number = stdCos
export const tanh: (x: number) => number = stdTanh

/** 1 / (1 + e^-x), without overflow at either end. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x))
  const grown = exp(x)
  return grown / (1 + grown)
}
