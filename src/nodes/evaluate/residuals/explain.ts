import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Draws truth less prediction of the test rows against the prediction, against any column, as a histogram, against a normal distribution (Q–Q), and its size against the prediction (scale–location). It tests whether the size changes with the prediction (Breusch–Pagan), whether the residuals are normal (Jarque–Bera), and, where rows have an order, whether neighbours are alike (Durbin–Watson).',
  when: 'After a regression, before its figures are trusted: a curve in the picture means that something is missing from the model, a funnel that its errors grow, a pattern along a column that the column is used wrongly or not at all.',
  pitfalls:
    'With many rows a test finds differences that do not matter, with few it finds none that do: look at the picture first. Normal residuals are needed for the usual intervals of linear models, not for good predictions. Residuals of a tree or a neighbourhood method need not look like noise around a line.',
} satisfies Explanation
