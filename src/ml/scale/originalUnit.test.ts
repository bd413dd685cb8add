import { expect, it } from 'vitest'
import type { JsonObject } from '@/base/json'
import type { FittedStep } from '@/values/dataset'
import { inOriginalUnit } from './originalUnit'

const step = (type: string, state: JsonObject = {}): FittedStep =>
  ({ type, version: 1, params: {}, state }) as never
const scale = (state: JsonObject): FittedStep => step('prepare/scale', state)
const grams = scale({ columns: [{ name: 'mass', offset: 4000, scale: 800 }] })

it('undoes a shift and stretch, also two of them', () => {
  expect(inOriginalUnit([grams], 'mass', -0.5)).toEqual({ value: 3600, scaled: false, undone: true })
  const halved = scale({ columns: [{ name: 'mass', offset: 0, scale: 2 }] })
  expect(inOriginalUnit([grams, step('prepare/encode'), halved], 'mass', -0.25).value).toBe(3600)
})

it('leaves a column alone that was not scaled', () => {
  expect(inOriginalUnit([grams], 'length', 40)).toEqual({ value: 40, scaled: false, undone: false })
})

it('says so where a scaling cannot be undone', () => {
  const states: JsonObject[] = [
    { columns: [{ name: 'mass', offset: 0, scale: 1 }], rule: 'log' },
    { columns: [{ name: 'mass', offset: 0, scale: 1, landmarks: [1, 2] }], shape: 'uniform' },
    { columns: [{ name: 'mass', offset: 0, scale: 1, power: { lambda: 1 } }] },
  ]
  for (const state of states)
    expect(inOriginalUnit([scale(state)], 'mass', 0.5)).toEqual({ value: 0.5, scaled: true, undone: false })
})

it('goes back no further than a step that can give a name to other numbers, and says what may be scaled', () => {
  const behind = [grams, step('prepare/formula')]
  expect(inOriginalUnit(behind, 'mass', 0.5)).toEqual({ value: 0.5, scaled: true, undone: false })
  expect(inOriginalUnit(behind, 'length', 40)).toEqual({ value: 40, scaled: false, undone: false })
})
