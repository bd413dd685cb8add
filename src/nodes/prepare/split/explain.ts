import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Marks each row for training, validation or the test. Nothing that is learned afterwards, also in preparation steps before this one, uses the test rows. The validation rows decide when a network stops training.',
  when: 'Before any model is built. Random for rows that have nothing to do with each other, stratified to keep the share of each class, by group when several rows come from the same person or machine, by group and stratified when a class is rare as well, by time when the future is to be predicted. From a column when the data come with their split. Of 10 patients with 3 visits each, a split by group puts all visits of 2 patients into the test, never one visit of each.',
  pitfalls:
    'A random split of data that is ordered in time, or that has several rows of one person, lets the model see what it will be asked. Looking at the test result many times and choosing by it wears the test out: choose on validation rows or by cross-validation. A few large groups cannot be shared out evenly: look at the shares below. A column that says the part is no feature: give it the role ignored.',
} satisfies Explanation
