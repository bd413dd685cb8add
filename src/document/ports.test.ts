import { expect, it } from 'vitest'
import { kindsInWords, portsFit } from './ports'

it('joins an output to an input that takes whatever may come', () => {
  expect(portsFit({ kinds: ['model'] }, { kinds: ['deployment', 'model'] })).toBe(true)
  expect(portsFit({ kinds: ['model', 'learner'] }, { kinds: ['model'] })).toBe(false)
  expect(portsFit({ kinds: ['dataset'] }, { kinds: ['model'] })).toBe(false)
})

it('writes kinds as a sentence needs them', () => {
  expect(kindsInWords({ kinds: ['deployment', 'model'] })).toBe('a deployment or a trained model')
})
