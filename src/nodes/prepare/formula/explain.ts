import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Calculates one value for each row from the other values of that row. For example, weight / (height / 100) ^ 2 makes a body mass index, and if(age < 18, "child", "adult") makes a category. Names with spaces go in square brackets: [body mass (g)] / 1000. A row in which a needed value is missing gets a missing value.',
  when: 'When you know something about the data that a model would have to guess: a ratio, a difference between two dates, the first word of a text. A good column of this kind often helps more than a stronger model.',
  pitfalls:
    'A formula sees one row only: a mean over rows belongs in Group rows or Scale numbers. What is no number (a root of −1, a division by zero) is missing. A feature made of the target would give the answer away, so a formula may not read the target. The formula also runs for each request to the deployed model, so its columns must be known by then.',
} satisfies Explanation
