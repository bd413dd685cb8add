import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Places as many centres as there are to be clusters, gives each row to the nearest, moves each centre to the mean of its rows, and goes on until nothing changes. Of several starts the one with the least squared distances is kept.',
  when: 'When there is no target and rows are expected to fall into round groups of similar width: segments of customers, types of days.',
  pitfalls:
    'It always finds as many clusters as it is asked for, also where there are none: look at the silhouette and the elbow. Features count by their size, so scale them first. Long or bent groups are cut up.',
} satisfies Explanation
