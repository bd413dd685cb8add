import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Deals the test rows into groups by the values of columns, numbers into groups of about the same size, and judges the model in each, with 95 % intervals. For classes it compares how often each group is given the favourable answer (demographic parity, disparate impact), how often those who deserve it get it (equal opportunity), and how often those who do not get it (with the former: equalised odds).',
  when: 'Before a model decides about people or anything that differs by place, time or make: a good mean can hide a group for which the model fails. Name columns that the model does not use too, such as sex or region.',
  pitfalls:
    'Small groups have wide intervals: among many groups the worst looks bad by chance. The measures of fairness contradict each other where the true shares differ between groups, so decide first which one matters. A gap does not say why it is there, and no gap in one column does not mean none in a combination of columns.',
} satisfies Explanation
