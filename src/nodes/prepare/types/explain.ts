import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Gives a column another type, and makes columns of the parts of a date: from 2024-03-01 14:00 come the month 3, the weekday 5 (a Friday) and the hour 14. A part that begins again and again can become two numbers, its place on a circle (sine and cosine): then December lies beside January, and 23 o’clock beside midnight.',
  when: 'When numbers arrived as words, or a code such as a postcode as a number; and whenever dates are to be learned from, because a model sees a date only as one long number that never comes back.',
  pitfalls:
    'What cannot be read as the new type becomes missing, and a warning says how often. Dates have no time zone here: 23:30 stays 23:30. A year as a feature works until the years to come, which no model has seen. A tree needs no circle; a linear model and a neural network do.',
} satisfies Explanation
