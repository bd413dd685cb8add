import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Like a random forest, but for each of the features that it looks at it draws one place to cut, evenly between the smallest and the largest value of the group, and takes the best of these. Every tree learns from all rows unless you ask it to draw them. Missing values and categories are used as they are.',
  when: 'When a random forest follows noise: cuts by chance make the trees still more different and the answers smoother. Worth a try beside it.',
  pitfalls:
    'The trees are deeper and larger than those of a random forest. With many features that tell nothing, chance often picks one of them: look at more features for each question. There is no out-of-bag score unless rows are drawn.',
} satisfies Explanation
