import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Gives one of four real data sets that travel with the product, or draws points of a known shape: then you know the truth and can see what a model makes of it.',
  when: 'To learn, to teach, or to see whether a workflow works at all before your own data go through it.',
  pitfalls:
    'Generated data are cleaner than anything real: a model that wins here may lose in earnest. The same seed gives the same rows in every workflow.',
} satisfies Explanation
