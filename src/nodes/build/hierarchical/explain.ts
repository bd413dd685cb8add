import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Begins with every row as its own group, and joins the two nearest groups until one is left. The tree of all joins is cut where a number of clusters is left, or at a distance. A new row gets the cluster of the nearest row of the tree.',
  when: 'When you want to see how groups lie within groups, or do not know how many clusters there are: long branches of the tree show where it parts by itself.',
  pitfalls:
    'A join is never undone. Single linkage chains groups that touch anywhere; Ward favours groups of similar size. Scale the features first. It needs the distances of all pairs of rows, so larger data are refused or sampled.',
} satisfies Explanation
