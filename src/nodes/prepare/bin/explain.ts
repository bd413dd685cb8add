import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Learns edges from the training rows and writes for each number the range that it lies in: with the edges 18 and 65, an age of 40 becomes “18 – 65”. An edge belongs to the range above it. Equal width cuts the span into pieces of one size; equal frequency lets every range hold about as many rows; clusters puts the edges into gaps between values that lie together; by the target cuts where the classes part, and only as often as that pays (Fayyad and Irani); given edges are your own.',
  when: 'When a number does not act in proportion, as a risk that is high for the very young and the very old, and the model is linear; when few measured values are exact; or for a table that people are to read.',
  pitfalls:
    'What differs within a range is lost: a tree finds its own edges and needs no bins. Equal width leaves most ranges empty when a few values are huge. Cuts by the target are learned from the answers, so they are learned anew in every fold; a column in which no cut pays becomes one single range.',
} satisfies Explanation
