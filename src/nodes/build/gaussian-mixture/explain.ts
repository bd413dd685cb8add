import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Takes the rows as drawn from several normal distributions. By turns it works out how likely each of them made each row, and what they look like given that, until nothing changes. A row gets a probability for each component, and lies in the likeliest.',
  when: 'When clusters are stretched or overlap, when you want to know how sure the assignment is, or when the density itself matters. BIC and AIC over the number of components help to choose it: lower is better.',
  pitfalls:
    'Full shapes have many parameters: with many columns and few rows take diagonal or round ones. A component can shrink onto a few rows. Another start can end elsewhere. Bent or skewed groups need several components each, so components are not always clusters.',
} satisfies Explanation
