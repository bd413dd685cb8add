import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Takes the test rows (or all rows, where none are kept for testing), sets one column to the same value in all of them, lets the whole model answer, preparation included, and takes the mean; then the next value. The thick line is the mean (partial dependence), each thin one a single row (individual conditional expectation, ICE). Numbers go over their own quantiles, so that the values are dense where the data are, words over their categories. The strokes below the axis are values of the data. With two columns every pair of values is shown.',
  when: 'To see what a model has learned of a column: straight or bent, rising or falling, with a step or a plateau; and whether it has learned the same for all rows. Thin lines that cross or fan out mean that the effect depends on other columns: then look at the two together.',
  pitfalls:
    'This is what the model does, not what the world would do: nothing here is a cause. Columns that go together are torn apart, so that the model is asked about rows that do not exist, such as a tall person of little weight; there its answers mean little. A flat mean may hide effects that point both ways: look at the single rows, centred.',
} satisfies Explanation
