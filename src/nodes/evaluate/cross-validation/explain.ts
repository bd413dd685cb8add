import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Divides the rows into folds. Each fold is the test once, while the recipe and the model are fitted again on all other folds. Gives the mean of every metric, how much it varies from fold to fold, and a 95 % interval. Rows that a Split node marked as test take no part, so they stay unseen for the end.',
  when: 'To choose between models or settings without touching the test rows, and when there are too few rows for one split to be trusted. More folds mean larger training parts and more time; repeats deal the rows anew and steady the mean.',
  pitfalls:
    'Folds share training rows, so their values are not independent: the interval takes that into account, a plain standard error would not. Rows that belong together (one patient, one day) must not fall into different folds: give their column the role group. Data in time order look better here than in real use. Trying many settings and reporting the best one flatters it.',
} satisfies Explanation
