import { z } from 'zod'
import { columnsParam } from '@/contract/columnChoice'
import { defineNode } from '@/contract/node'

export default defineNode({
  type: 'prepare/text',
  version: 1,
  stage: 'prepare',
  title: 'Text to numbers',
  summary: 'Turns free text into columns that count words or pieces of words.',
  alsoCalled: [
    'bag of words',
    'TF-IDF',
    'tfidf',
    'tokenise',
    'tokenize',
    'NLP',
    'n-grams',
    'vectorise',
    'vectorize',
    'CountVectorizer',
    'natural language',
  ],
  params: z.strictObject({
    columns: columnsParam({
      title: 'Columns',
      help: 'None chosen means every feature of free text. The counts take the place of the text.',
      takes: ['text', 'categorical'],
    }),
    unit: z
      .enum(['words', 'characters'])
      .default('words')
      .meta({ title: 'Take apart into', options: { words: 'Words', characters: 'Characters' } }),
    from: z.int().min(1).max(6).default(1).meta({
      title: 'Runs from',
      group: 'Terms',
      help: 'How many words or characters in a row make one term, at least.',
    }),
    to: z.int().min(1).max(6).default(1).meta({ title: 'Runs to', group: 'Terms', help: 'And at most.' }),
    lower: z.boolean().default(true).meta({ title: 'Ignore capital letters', group: 'Terms' }),
    values: z
      .enum(['tf-idf', 'counts', 'present'])
      .default('tf-idf')
      .meta({
        title: 'Values',
        options: { 'tf-idf': 'TF-IDF', counts: 'Counts', present: '1 where it occurs' },
      }),
    form: z
      .enum(['vocabulary', 'hashing'])
      .default('vocabulary')
      .meta({ title: 'Columns for', options: { vocabulary: 'Each term', hashing: 'Hashed terms' } }),
    most: z.int().min(1).max(1000).default(100).meta({
      title: 'Columns at most',
      help: 'For each text column; the terms that occur most often are kept. With hashing, exactly so many.',
    }),
    minRows: z
      .int()
      .min(1)
      .default(1)
      .meta({ title: 'In at least', unit: 'rows', showWhen: { param: 'form', in: ['vocabulary'] } }),
  }),
  inputs: { data: 'dataset' },
  outputs: { data: 'dataset' },
})
