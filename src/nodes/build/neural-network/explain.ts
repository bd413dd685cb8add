import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Each unit of a layer adds up its inputs with weights of its own and bends the sum (activation). The last layer gives the chances of the classes, or the value. Training shows it small batches of rows, again and again, and each time moves all weights a little so that the error falls. One pass over all rows is an epoch. Batch normalisation brings each unit to a like scale in every batch, and scores by the averages of training.',
  when: 'When a linear model is too stiff, there are at least some hundred rows, and you need not read the weights. On tables, compare it with a tree: it does not always win.',
  pitfalls:
    'Scale the features first, or training crawls or runs away. When the validation loss rises while the training loss still falls, the network learns the rows by heart: stop earlier, use fewer units, drop units out, or penalise large weights (L2; L1 sets them to 0). When the curve jumps up and down, lower the learning rate.',
} satisfies Explanation
