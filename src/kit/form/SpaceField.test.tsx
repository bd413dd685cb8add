// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { Json } from '@/base/json'
import { show } from '../testing'
import type { SpaceRecord, WiredLearner } from './context'
import { fieldsOf } from './fields'
import { ParamForm } from './ParamForm'

const learnerParams = z.strictObject({
  depth: z.int().min(1).max(64).default(5).meta({ title: 'Depth' }),
  rate: z.number().min(0).max(1).default(0.1).meta({ title: 'Rate' }),
  kind: z
    .enum(['a', 'b'])
    .default('a')
    .meta({ title: 'Kind', options: { a: 'First', b: 'Second' } }),
})

const depth: SpaceRecord = { type: 'tree', param: 'depth', from: 1, to: 16, log: false }
const rate: SpaceRecord = { type: 'tree', param: 'rate', from: 0.1, to: 1, log: true }
const kind: SpaceRecord = { type: 'tree', param: 'kind', options: ['a'] }

const learner: WiredLearner = {
  type: 'tree',
  title: 'Tree',
  fields: fieldsOf(learnerParams),
  usual: [depth],
  recordFor: () => depth,
}

const schema = z.strictObject({
  space: z.array(z.custom<SpaceRecord>()).default([]).meta({ title: 'Space', widget: 'space' }),
})

function showSpace(start: SpaceRecord[]) {
  const onChange = vi.fn()
  function Form() {
    const [space, setSpace] = useState<Json>(start)
    const change = (_: string, value: Json) => {
      onChange(value)
      setSpace(value)
    }
    const form = { columns: [], task: null, disabled: false, problem: () => null, onFile: vi.fn() }
    return (
      <ParamForm
        schema={schema}
        form={{ ...form, params: { space }, learners: [learner], onChange: change }}
      />
    )
  }
  show(<Form />)
  return onChange
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: string, value: string) => fireEvent.change(box(name), { target: { value } })

it('takes over a range once it can be searched, and says till then why not', () => {
  const onChange = showSpace([depth])
  type('Depth: from', '20')
  fireEvent.blur(box('Depth: from'))
  expect(screen.getByText('Write the smaller number first.')).toBeTruthy()
  expect(onChange).not.toHaveBeenCalled()
  type('Depth: to', '40')
  expect(onChange).toHaveBeenLastCalledWith([{ ...depth, from: 20, to: 40 }])
  expect(screen.queryByText('Write the smaller number first.')).toBeNull()
})

it('refuses what the parameter itself does not allow, with its reason, and Escape brings the last range back', () => {
  const onChange = showSpace([depth])
  type('Depth: from', '2.5')
  expect(screen.getByText('Whole numbers only.')).toBeTruthy()
  type('Depth: from', '0')
  expect(screen.getByText('At least 1.')).toBeTruthy()
  fireEvent.keyDown(box('Depth: from'), { key: 'Escape' })
  expect(box('Depth: from').value).toBe('1')
  expect(onChange).not.toHaveBeenCalled()
})

it('lets no range of even factors begin at zero', () => {
  const onChange = showSpace([rate])
  type('Rate: from', '0')
  expect(screen.getByText(/Even factors begin above 0/)).toBeTruthy()
  expect(onChange).not.toHaveBeenCalled()
})

it('keeps the last of the choices and says that one is needed', () => {
  const onChange = showSpace([kind])
  const choices = screen.getByRole('combobox', { name: 'Kind: choices' })
  fireEvent.keyDown(choices, { key: 'Backspace' })
  expect(screen.getByText('At least one choice is needed.')).toBeTruthy()
  expect(onChange).not.toHaveBeenCalled()
  fireEvent.click(choices)
  fireEvent.click(screen.getByRole('option', { name: 'Second', hidden: true }))
  expect(onChange).toHaveBeenLastCalledWith([{ ...kind, options: ['a', 'b'] }])
  expect(screen.queryByText('At least one choice is needed.')).toBeNull()
})
