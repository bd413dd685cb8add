import { learnedGroups, type Learned } from './optimiser'

export interface PenaltyParams {
  /** Strength of the penalty on the sum of all weights' sizes. */
  l1Penalty: number
  /** Strength of the penalty on half the sum of all weights' squares. */
  l2Penalty: number
  /** The longest that all slopes together may be; null for any. */
  clipNorm: number | null
}

/** Slopes of l1 · Σ|w| + l2 / 2 · Σw² over the kernels, added to those of the loss, in place. Biases and gains go free. */
export function addPenalty(
  gradients: Learned,
  { kernels }: Learned,
  { l1Penalty: l1, l2Penalty: l2 }: Pick<PenaltyParams, 'l1Penalty' | 'l2Penalty'>,
): void {
  if (l1 === 0 && l2 === 0) return
  kernels.forEach((values, layer) => {
    const slopes = gradients.kernels[layer]
    for (let i = 0; i < values.length; i++) slopes[i] += l2 * values[i] + l1 * Math.sign(values[i])
  })
}

/** Shortens the slopes, all by the same factor, where together they are longer than allowed (Pascanu et al. 2013). */
export function clip(gradients: Learned, clipNorm: number | null): void {
  if (clipNorm === null) return
  const groups = learnedGroups(gradients)
  const length = Math.sqrt(groups.reduce((sum, values) => values.reduce((all, x) => all + x * x, sum), 0))
  // A slope that is no number stays one, so that divergence is seen.
  if (length <= clipNorm) return
  for (const values of groups) for (let i = 0; i < values.length; i++) values[i] *= clipNorm / length
}
