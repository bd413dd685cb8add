import type { Json } from '@/base/json'
import type { Folding } from '@/ml/evaluate/folding'
import type { Axis } from '@/ml/tune/preview'
import type { CurvePreview } from '../curvePreview'

/** What the page gets of a validation curve. */
export interface ValidationCurvePreview extends CurvePreview {
  kind: 'validation-curve'
  learnerType: string
  scheme: Folding['scheme']
  /** The setting that is varied, in the words of the learner's form. */
  axis: Axis
  /** Its value at each point. */
  values: Json[]
  /** Point with the best mean score on test rows, the first of equals. */
  best: number
  /** Point whose value the learner on the canvas has; null where it was not tried. */
  current: number | null
}
