/** The class of rows that are in no cluster; always the last. */
export const noiseName = 'Noise'

export const clusterNames = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `Cluster ${i + 1}`)
