import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Takes each text apart into words (or characters), and makes a column for each that counts how often it occurs. Of “good film, good cast” come good 2, film 1 and cast 1. Runs of two words keep “not good” apart from “good”. TF-IDF gives words that occur in every text little weight, and makes long and short texts alike in size. Hashing keeps no list of words: each is put into one of a fixed number of columns by a formula.',
  when: 'For reviews, titles and descriptions, before a linear model above all. Start with words and TF-IDF. Characters in runs of 3 to 4 stand misspelt words and languages with long ones.',
  pitfalls:
    'Order and meaning are lost: words are only counted. A word that was not in the training rows is left out without a word. With hashing several words share a column, and no one can say any more which. Words of one letter are not counted. A text that is missing has missing counts: fill them, or the text, before.',
} satisfies Explanation
