import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Draws rows by chance from a rule that you choose. Because the rule is known, you can see what a model makes of it: of “Friedman 1”, y = 10 sin(π x1 x2) + 20 (x3 − 0.5)² + 10 x4 + 5 x5, so x6 to x10 should count for nothing. The customers are a small story: short contracts, many calls and a high price make people leave, and the unhappy answer surveys less often. With drift a column “time” comes along, and the world slowly changes.',
  when: 'To learn, to teach, to try a workflow before the real data are there, or to see whether monitoring notices a drift that you know of.',
  pitfalls:
    'Generated data are cleaner than anything real: a model that wins here may lose in earnest. The same seed gives the same rows in every workflow, so choose another seed for new data of the same kind.',
} satisfies Explanation
