import type { Port } from '@/contract/port'
import type { PortKind } from '@/values/ports'

/**
 * Whether a wire may join the two: every kind that the output may give is one that the input takes. An input of
 * several kinds takes any of them.
 */
export const portsFit = (output: Pick<Port, 'kinds'>, input: Pick<Port, 'kinds'>): boolean =>
  output.kinds.every((kind) => input.kinds.includes(kind))

const inWords: Record<PortKind, string> = {
  objective: 'an objective',
  dataset: 'a dataset',
  learner: 'an untrained learner',
  model: 'a trained model',
  predictions: 'predictions',
  evaluation: 'an evaluation',
  deployment: 'a deployment',
  monitoring: 'monitoring figures',
}

/** What to do where a trained model is wired to what trains anew; empty for other ports. */
export const trainedAlready = (output: Pick<Port, 'kinds'>, input: Pick<Port, 'kinds'>): string =>
  output.kinds.includes('model') && input.kinds.includes('learner')
    ? 'It trains anew in every fold or trial, and a trained or imported model cannot be trained again: wire the Learner output of a build node, or judge the model by a hold-out evaluation.'
    : ''

/** What a port gives or takes, as it stands in a sentence: `a deployment or a trained model`. */
export const kindsInWords = ({ kinds }: Pick<Port, 'kinds'>): string =>
  kinds.map((kind) => inWords[kind]).join(' or ')
