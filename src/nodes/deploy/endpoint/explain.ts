import type { Explanation } from '@/contract/explanation'

export default {
  does: 'Stores the trained model with its whole recipe and answers HTTP requests after the Open Inference Protocol v2, the same that real model servers speak. Every page below the address of this app can ask it, in this browser. It then asks itself for the test rows and compares: scores and predicted classes must equal those of the workflow. With an evaluation wired in, the model decides at the decision threshold that it was judged at there; without one, at 0.5. Under one name there are versions: the champion answers, a challenger answers a share of the requests, and a shadow is asked the same while its answers are only written down. Promoting and going back take one press, in every tab at once.',
  when: 'When the evaluation is good enough, to see what a caller will meet: which fields the model needs, how fast it answers, and what it says to a wrong request. Let a new model prove itself as a shadow or a challenger before it answers everybody.',
  pitfalls:
    'A model that scores well can still fail in use when callers send other units, other spellings or missing values. Send it odd requests on purpose, and watch it with a Drift node.',
} satisfies Explanation
