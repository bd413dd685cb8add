import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Gives columns a role: feature (learned from), target (what is predicted), id, group, time, or ignored. It also corrects types: numbers that are really categories, words that are numbers or dates.',
  when: 'First thing after the data arrives. Set ids, free text and everything that is not known at the time of the prediction to ignored.',
  pitfalls:
    'A column that is only known after the outcome makes a model that looks perfect and is useless. A number that is a code (a postcode, a class 1–3) should be a category. Words that cannot be read as a number become missing; a note says how many. If an objective names a target, it wins over the role given here.',
} satisfies Explanation
