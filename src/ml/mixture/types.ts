/** How free the shape of each component is. */
export type Covariance = 'full' | 'tied' | 'diag' | 'spherical'

export interface MixtureParams {
  components: number
  covariance: Covariance
  starts: number
  maxIterations: number
  tolerance: number
  floor: number
}

/** Weighted normal distributions. */
export type Gaussians = {
  columns: number
  covariance: string
  /** Share of each component. */
  shares: Float64Array
  /** Components × columns. */
  means: Float64Array
  /**
   * What turns a difference from the mean into one of unit variance: the inverse Cholesky factor of the covariance
   * (full: components × columns × columns, tied: columns × columns), or one over the deviations (diag: components ×
   * columns, spherical: components).
   */
  whitening: Float64Array
  /** Logarithm of the determinant of each component's whitening. */
  logDeterminants: Float64Array
}

export type MixtureWeights = {
  gaussians: Gaussians
  /** Mean log-likelihood of a training row. */
  logLikelihood: number
  bic: number
  aic: number
  iterations: number
  settled: boolean
  /** Which of the starts it is. */
  start: number
}
