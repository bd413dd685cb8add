import type { Scores } from '@/values/model'

/** 1 for the cluster of each row, 0 for the others. @param other the cluster of rows whose label is below 0 */
export function oneHot(labels: Int32Array, width: number, other = 0): Scores {
  const values = new Float64Array(labels.length * width)
  labels.forEach((label, row) => (values[row * width + (label < 0 ? other : label)] = 1))
  return { rows: labels.length, width, values }
}
