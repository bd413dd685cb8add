import { expect, it } from 'vitest'
import { closestName } from './closest'

it('finds the name that was meant, whatever its case', () => {
  expect(closestName('Sepcies', ['Island', 'Species', 'Sex'])).toBe('Species')
  expect(closestName('AGE', ['sage', 'age'])).toBe('age')
})

it('offers nothing when no name is near, or there is none', () => {
  expect(closestName('colour', ['weight', 'x'])).toBeNull()
  expect(closestName('', [])).toBeNull()
})
