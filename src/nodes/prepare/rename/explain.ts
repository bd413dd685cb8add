import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Writes a new name over a column: “Sex” becomes “sex”, “culmen_length_mm” becomes “beak length”. Two columns may swap their names. The role of a column goes with it: a renamed id stays an id.',
  when: 'Before joining or stacking tables that call the same thing differently, before formulas that long names make hard to read, and for charts that others will look at.',
  pitfalls:
    'Nodes after this one know the new name only. Two columns of one name cannot be told apart, so a name that is taken is refused. The column that is predicted keeps its name here, because the Objective node names it: rename it in the source, or with Select columns give another column the role.',
} satisfies Explanation
