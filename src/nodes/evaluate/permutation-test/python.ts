import { hashSeed } from '@/base/hash'
import { definePython, pythonLiteral } from '@/contract/python'
import { chosenInPython } from '../chosenInPython'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, node, objective, seed }) => {
    const { permutations, scheme, folds, stratified, draws, testShare } = params
    const classes = stratified && objective.task !== 'regression'
    return {
      helpers: [
        'dataset',
        'chance',
        'split',
        'score',
        'cross_validate',
        'fold_scores',
        'by_chance',
        'results',
      ],
      lines: [
        `results[${pythonLiteral(node)}] = by_chance(`,
        `    ${inputs.data[0]}, ${inputs.learner[0]}, metric=${pythonLiteral(chosenInPython(params.metric, objective))},`,
        `    permutations=${permutations}, scheme=${pythonLiteral(scheme)}, folds=${folds}, stratified=${pythonLiteral(classes)},`,
        `    draws=${draws}, test_share=${testShare}, seed=${hashSeed(seed, node, 'folds')},`,
        `    costs=(${objective.costFalsePositive}, ${objective.costFalseNegative}),`,
        ')',
      ],
    }
  },
})
