import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Names the task, the target column, the metric that decides, and the value it has to reach. Data that is wired to it carries this on: models learn the target, and the evaluation ends with MET or NOT MET.',
  when: 'Before anything else, together with the people who will use the result. Write down what is achieved today without a model (the baseline) and what each kind of error costs: this decides which metric fits.',
  pitfalls:
    'Accuracy looks good by itself when one class is rare: a model that always says “no” is 99 % right about a disease of one in a hundred. A threshold chosen after seeing the result is no threshold. A target that is not known at the moment of prediction cannot be used.',
} satisfies Explanation
