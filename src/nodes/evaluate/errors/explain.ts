import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Lets a model score the test rows and lists those that it gets wrong, the worst first: for classes those whose true class has the lowest score, for numbers those that are furthest off. It shows which groups of rows hold more errors than the others, and sends the rows on as they were gathered, with their row number, truth, prediction and error beside them.',
  when: 'After a model has been judged, to learn why it fails: look at the rows, not only at the figures. Ask for one pair of classes to see one kind of mistake, or send a cell of a confusion matrix on to here.',
  pitfalls:
    'The worst rows are often wrong labels or odd measurements: read them before you blame the model. A group that stands out among many may do so by chance, so look at its interval and its number of rows. What goes on are test rows: a model that learns from them, or a feature made for them, is no longer judged fairly by the same test rows.',
} satisfies Explanation
