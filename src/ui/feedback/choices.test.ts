import { expect, it } from 'vitest'
import { parseValues, thenKinds, valuesText, whenKinds } from './choices'

it('reads values as numbers, switches and words, in order', () => {
  expect(parseValues('0.1, 1,true, relu ,')).toEqual([0.1, 1, true, 'relu'])
  expect(parseValues(valuesText([0.5, false, 'tanh']))).toEqual([0.5, false, 'tanh'])
})

it('offers what the two ends can do, and keeps what is already chosen', () => {
  expect(whenKinds('evaluate', 'objective-not-met')).not.toContain('drift-found')
  expect(whenKinds('evaluate', 'drift-found')).toContain('drift-found')
  expect(thenKinds('build', 'propose')).not.toContain('append-data')
  expect(thenKinds('gather', 'propose')).toContain('append-data')
})
