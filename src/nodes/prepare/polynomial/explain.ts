import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Adds a column for each product of the chosen columns: of width and height come width², width × height and height². The columns themselves stay. With interactions only, no column is multiplied by itself.',
  when: 'For linear and logistic regression, where the effect of one column depends on another, or where a curve fits better than a straight line. Choose few columns that you have a reason for.',
  pitfalls:
    'The number of columns grows fast: 20 columns have 210 products of two, and 1,540 of three. Many of them fit noise, so compare on rows that the model has not seen. Scale the numbers first, or the products become huge. Trees and neural networks find such effects by themselves.',
} satisfies Explanation
