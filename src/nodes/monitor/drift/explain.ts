import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Takes a new batch, or what the endpoint was asked since its deployment, and compares each column with the training rows: the population stability index (PSI) says how large a shift is, a Kolmogorov–Smirnov test (numbers) or a chi-squared test (categories) whether chance explains it. When the batch carries the labels, the model is judged on them too.',
  when: 'From the day a model is used. A model answers new rows by what it learned from old ones; when the inputs change, its figures from the evaluation no longer hold, long before labels can show it.',
  pitfalls:
    'Drift is a reason to look, not proof of harm: a column the model hardly uses may shift freely, and the meaning of the target may change while every column stays the same. Small batches differ by chance, large ones are “significant” in every trifle: so a column counts as drifted when its shift is both large and beyond chance. Seasons are drift too.',
} satisfies Explanation
