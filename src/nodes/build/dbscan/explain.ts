import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Calls a row that has enough rows within a distance a core row, and joins core rows within that distance of each other to a cluster. Rows near a core row belong to its cluster; all others are noise. A new row gets the cluster of the nearest core row within the distance, or is noise.',
  when: 'When clusters may have any shape, their number is not known, and some rows belong to none: places on a map, traces of machines, errors in data.',
  pitfalls:
    'One distance has to fit all clusters, so thin and dense ones do not go together. Scale the features first. With many columns all distances are alike and little is found. Scores of the clusters leave noise out, so they grow when more rows are called noise. Time grows with the square of the rows where columns are many.',
} satisfies Explanation
