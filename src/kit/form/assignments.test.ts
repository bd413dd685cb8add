import { expect, it } from 'vitest'
import { assignments, withAssignment } from './assignments'

const roles = [
  { column: 'a', role: 'id' },
  { column: '__proto__', role: 'target' },
]

it('reads roles and types alike, and skips what is neither', () => {
  expect(assignments([...roles, { column: 'b', type: 'text' }, 7, null])).toEqual([
    { column: 'a', choice: 'id' },
    { column: '__proto__', choice: 'target' },
    { column: 'b', choice: 'text' },
  ])
})

it('sets a column at its place, adds a new one at the end, and takes it out for none', () => {
  expect(withAssignment(roles, 'role', 'a', 'time')).toEqual([{ column: 'a', role: 'time' }, roles[1]])
  expect(withAssignment(roles, 'role', 'c', 'group').at(-1)).toEqual({ column: 'c', role: 'group' })
  expect(withAssignment(roles, 'role', '__proto__', null)).toEqual([roles[0]])
})
