import type { Folding } from '@/ml/evaluate/folding'
import type { Task } from '@/values/objective'

/** What the page gets of a permutation test; bounded JSON. */
export interface PermutationTestPreview {
  kind: 'permutation-test'
  task: Task
  metric: string
  direction: 'higher' | 'lower'
  /** Build node of the learner. */
  learner: string
  target: string
  scheme: Folding['scheme']
  dealing: Folding['dealing']
  folds: number
  rows: number
  /** Column within whose groups the target was shuffled; null where it was shuffled among all rows. */
  within: string | null
  /** Mean over the folds with the target as it is. */
  score: number
  /** Means with the shuffled target, at most 1,000; shuffles without a score are left out. */
  shuffled: number[]
  /** Shuffles that scored at least as well. */
  asGood: number
  pValue: number
  /** Shuffles without a score. */
  failed: number
}
