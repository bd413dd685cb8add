import { hashSeed } from '@/base/hash'
import { definePython, pythonLiteral } from '@/contract/python'
import { pythonSpace } from '../../build/tune/pythonSpace'
import { chosenInPython } from '../chosenInPython'
import definition from './definition'

export default definePython(definition, {
  sklearn: ({ params, inputs, node, objective, seed }) => {
    const { scheme, folds, stratified, points, draws, testShare } = params
    const classes = stratified && objective.task !== 'regression'
    return {
      helpers: [
        'dataset',
        'chance',
        'split',
        'score',
        'cross_validate',
        'fold_scores',
        'search',
        'vary',
        'results',
      ],
      lines: [
        `results[${pythonLiteral(node)}] = vary(`,
        `    ${inputs.data[0]}, ${inputs.learner[0]},`,
        '    {',
        ...pythonSpace(params.space).map((line) => `    ${line}`),
        '    },',
        `    points=${points}, metric=${pythonLiteral(chosenInPython(params.metric, objective))},`,
        `    scheme=${pythonLiteral(scheme)}, folds=${folds}, stratified=${pythonLiteral(classes)},`,
        `    draws=${draws}, test_share=${testShare}, seed=${hashSeed(seed, node, 'folds')},`,
        `    costs=(${objective.costFalsePositive}, ${objective.costFalseNegative}),`,
        ')',
      ],
    }
  },
})
