import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Puts the test rows in the order of their scores, highest first, and counts how many of the wanted class are among the first tenth, two tenths and so on. Gain is the share of all wanted rows that is found so far; lift is how many times more that is than by chance. A lift of 3 at 10 % means: calling the best tenth reaches three times as many as calling at random.',
  when: 'When only some rows can be acted on: customers to call, cases to check, machines to inspect.',
  pitfalls:
    'Lift depends on how rare the class is: compare models on the same rows only. It says nothing of the scores themselves, only of their order.',
} satisfies Explanation
