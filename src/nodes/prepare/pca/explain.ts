import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Finds the directions along which the rows differ most, and writes where each row lies along them. Height, arm length and leg length go together: their first component is about size, and says almost all that the three say. Each component is a weighted sum of the columns; its sign means nothing in itself, and is chosen so that the largest weight is positive.',
  when: 'When many columns say nearly the same, for a linear model or distances between rows, and to draw rows of many columns in two dimensions.',
  pitfalls:
    'A component is a mixture and hard to explain. What differs most is not what predicts best: a direction that matters can be among those left out. Without standardising, the column with the largest numbers wins, whatever its unit. Gaps have to be filled before.',
} satisfies Explanation
