import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Asks the same question of each row and sends it one of two ways: rows that fit go on at “Rows that fit”, all others at “The others”. For example, age is at least 18 keeps adults. Conditions are put together in rows, of which all or any must hold, or written as a formula such as age >= 18 and country = "CH".',
  when: 'To leave out test entries and impossible values, or to look at one group by itself. Wire the second output too when the other rows are needed, for example to see what was left out.',
  pitfalls:
    'Where the value is missing the answer is not known: such a row goes to the others and is counted. A model that learned from adults only knows nothing of children, and is asked about them all the same when it is deployed. Words are compared exactly: “CH” is not “ch”.',
} satisfies Explanation
