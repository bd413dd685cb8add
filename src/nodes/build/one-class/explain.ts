import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Learns, without any target, the smallest region that holds all but a chosen share (nu) of the training rows, with a radial kernel that lets the border follow the shape of the data. Rows outside are called unusual.',
  when: 'When usual rows are many and unusual ones rare, unlike each other or not known yet: faults of a machine, strange payments, sensors that drift.',
  pitfalls:
    'It calls about the share nu of the training rows unusual, whether they are or not. Scale the features first, since it measures distances. Time grows with the square of the rows.',
} satisfies Explanation
