import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'

const counted = [
  'anova',
  'chi-squared',
  'mutual-information',
  'permutation',
  'elimination',
  'forward',
  'backward',
]
const tested = ['anova', 'chi-squared']
const scored = ['mutual-information', 'permutation']
const inTurn = ['forward', 'backward']

export default defineNode({
  type: 'prepare/select-features',
  version: 1,
  stage: 'prepare',
  title: 'Select features',
  summary: 'Keeps the features that are worth learning from, and drops the others.',
  alsoCalled: [
    'feature selection',
    'feature importance',
    'variable selection',
    'RFE',
    'mutual information',
    'SelectKBest',
    'lasso',
    'remove features',
  ],
  params: z.strictObject({
    method: z
      .enum([
        'variance',
        'correlation',
        'anova',
        'chi-squared',
        'mutual-information',
        'l1',
        'permutation',
        'elimination',
        'forward',
        'backward',
      ])
      .default('anova')
      .meta({
        title: 'Judge by',
        options: {
          variance: 'Variance (without the target)',
          correlation: 'Correlation with each other (without the target)',
          anova: 'ANOVA F (differences of means, straight lines)',
          'chi-squared': 'Chi-squared (counts, amounts, categories)',
          'mutual-information': 'Mutual information (also curved)',
          l1: 'L1 penalty (lasso)',
          permutation: 'Permutation importance',
          elimination: 'Recursive elimination',
          forward: 'Forward selection',
          backward: 'Backward selection',
        },
      }),
    minVariance: z
      .number()
      .min(0)
      .default(0)
      .meta({
        title: 'Variance above',
        help: '0 drops only what never changes. The variance depends on the unit of a column.',
        showWhen: { param: 'method', in: ['variance'] },
      }),
    maxCorrelation: z
      .number()
      .min(0)
      .max(1)
      .default(0.95)
      .meta({
        title: 'Correlation at most',
        help: 'Of two columns that go together more than this, the first is kept.',
        showWhen: { param: 'method', in: ['correlation'] },
        step: 0.05,
      }),
    correlation: z
      .enum(['pearson', 'spearman'])
      .default('pearson')
      .meta({
        title: 'Kind of correlation',
        options: { pearson: 'Straight line (Pearson)', spearman: 'Ranks (Spearman)' },
        showWhen: { param: 'method', in: ['correlation'] },
      }),
    penalty: z
      .number()
      .gt(0)
      .max(10)
      .default(0.02)
      .meta({
        title: 'Penalty',
        help: 'Features whose weight it presses to zero are dropped: more of it drops more. The columns, and a target of numbers, are standardised first.',
        showWhen: { param: 'method', in: ['l1'] },
        step: 0.01,
      }),
    keep: z
      .enum(['count', 'share', 'limit'])
      .default('count')
      .meta({
        title: 'Keep',
        options: {
          count: 'A number of features',
          share: 'A share of the features',
          limit: 'As many as pass a limit',
        },
        showWhen: { param: 'method', in: counted },
      }),
    count: z
      .int()
      .min(1)
      .max(10_000)
      .default(10)
      .meta({
        title: 'Features',
        showWhen: { param: 'keep', in: ['count'], and: { param: 'method', in: counted } },
      }),
    share: z
      .number()
      .gt(0)
      .max(100)
      .default(50)
      .meta({
        title: 'Share of the features',
        unit: '%',
        showWhen: { param: 'keep', in: ['share'], and: { param: 'method', in: counted } },
      }),
    maxP: z
      .number()
      .gt(0)
      .max(1)
      .default(0.05)
      .meta({
        title: 'p-value below',
        help: 'The chance that a feature without any connection scores as high. Of 100 such features about 5 pass 0.05.',
        showWhen: { param: 'keep', in: ['limit'], and: { param: 'method', in: tested } },
        step: 0.01,
      }),
    minScore: z
      .number()
      .min(0)
      .default(0.01)
      .meta({
        title: 'Score above',
        help: 'Mutual information in nats; for permutation, the share of what the model explains that is lost.',
        showWhen: { param: 'keep', in: ['limit'], and: { param: 'method', in: scored } },
        step: 0.01,
      }),
    tolerance: z
      .number()
      .min(0)
      .max(1)
      .default(0.005)
      .meta({
        title: 'Least gain',
        help: 'Forward ends when no feature adds as much to the cross-validated share that is explained, or 30 are in; backward when leaving any out costs more.',
        showWhen: { param: 'keep', in: ['limit'], and: { param: 'method', in: inTurn } },
        step: 0.005,
      }),
    model: z
      .enum(['line', 'tree'])
      .default('line')
      .meta({
        title: 'Quick model',
        options: { line: 'Straight lines (linear, logistic)', tree: 'Decision tree' },
        help: 'Learned on 70 % of the training rows; the importance is measured on the others.',
        showWhen: { param: 'method', in: ['permutation'] },
      }),
    atOnce: z
      .number()
      .min(0)
      .max(50)
      .default(5)
      .meta({
        title: 'Dropped in a round',
        unit: '%',
        help: 'Of all features, at least one. Few at once are more exact and take longer.',
        showWhen: { param: 'method', in: ['elimination'] },
      }),
    folds: z
      .int()
      .min(2)
      .max(10)
      .default(5)
      .meta({ title: 'Folds', showWhen: { param: 'method', in: inTurn } }),
    task: z
      .enum(['auto', 'classes', 'numbers'])
      .default('auto')
      .meta({
        title: 'Target holds',
        options: { auto: 'What its values look like', classes: 'Classes', numbers: 'Amounts' },
        help: 'By themselves words and exactly two numbers are classes, other numbers are amounts.',
        showWhen: { param: 'method', in: ['l1', ...counted] },
      }),
    columns: columnsParam({
      title: 'Columns',
      help: 'Those to choose among; all others stay. None chosen means every feature that the method can judge.',
    }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
