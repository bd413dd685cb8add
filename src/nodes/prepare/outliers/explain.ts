import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Learns for each column from the training rows between which two bounds ordinary values lie, and does what you choose with values outside. With quartiles at 10 and 20 the interquartile range is 10, so that the bounds are −5 and 35, and a value of 90 is an outlier. Two methods judge whole rows instead: an isolation forest finds rows that a few cuts at random places part from all others, and the local outlier factor rows around which others lie more thinly than around their neighbours, such as a small person of great weight, where neither number is odd alone.',
  when: 'When a few extreme values, often errors of measurement or typing, would pull means and straight lines towards them. Quartiles and the median are not moved by the outliers themselves; the z-score suits numbers that are roughly bell-shaped. The forest when columns are many; the local factor when the data lie in clouds of different density.',
  pitfalls:
    'An extreme value can be the very thing that matters, such as a fraud: look before you remove. Rows removed from training only are still judged in every evaluation; rows left out everywhere get no answer, which makes a model look better than it is. A column whose middle half never varies has no bounds. A row judged as a whole has no bound to be clipped to, and must have no gaps when it is learned from; one with a gap that comes later is not judged.',
} satisfies Explanation
