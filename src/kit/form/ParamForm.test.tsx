// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import type { ColumnPreview } from '@/values/preview'
import { show } from '../testing'
import type { FormContext } from './context'
import { ParamForm } from './ParamForm'

const long = (titles: string[]) => Object.fromEntries(titles.map((title, at) => [`v${at}`, title]))

const schema = z.strictObject({
  rows: z.int().min(1).max(100).default(10).meta({ title: 'Rows', unit: 'rows' }),
  limit: z.number().nullable().default(0.5).meta({ title: 'Limit' }),
  keep: z.boolean().default(false).meta({ title: 'Keep' }),
  side: z.enum(['left', 'right']).default('left').meta({ title: 'Side' }),
  method: z
    .enum(['v0', 'v1', 'v2', 'v3'])
    .default('v0')
    .meta({ title: 'Method', options: long(['The plain one', 'The second', 'The third', 'The fourth']) }),
  note: z.string().default('').meta({ title: 'Note' }),
  target: z.string().nullable().default(null).meta({ title: 'Target', widget: 'column' }),
  roles: z
    .array(z.strictObject({ column: z.string(), role: z.string() }))
    .default([])
    .meta({ title: 'Roles', widget: 'column-roles' }),
  layers: z
    .array(z.strictObject({ units: z.int().min(1).max(64).meta({ title: 'Units' }) }))
    .default([{ units: 8 }])
    .meta({ title: 'Layers', widget: 'layers' }),
})

const column = (name: string): ColumnPreview => ({
  name,
  type: 'numeric',
  role: 'feature',
  missing: 0,
  distinct: 2,
  minimum: 0,
  maximum: 1,
  mean: 0.5,
  histogram: [1, 1],
  categories: [],
})

function showForm(wishes: Partial<FormContext> = {}) {
  const onChange = vi.fn()
  const form: FormContext = {
    params: {},
    columns: [column('age'), column('__proto__')],
    task: null,
    disabled: false,
    problem: () => null,
    onChange,
    onFile: vi.fn(),
    ...wishes,
  }
  show(<ParamForm schema={schema} form={form} />)
  return onChange
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } })

function choose(name: string, option: string) {
  fireEvent.click(screen.getByRole('combobox', { name }))
  fireEvent.click(screen.getByRole('option', { name: option }))
}

describe('a parameter form commits', () => {
  it('a number as soon as it is allowed', () => {
    const onChange = showForm()
    type('Rows', '42')
    expect(onChange).toHaveBeenCalledExactlyOnceWith('rows', 42)
  })

  it('nothing while a number is not allowed, and says why; Escape brings the last one back', () => {
    const onChange = showForm()
    type('Rows', '101')
    expect(screen.getByText('At most 100')).toBeTruthy()
    type('Rows', 'ten')
    expect(screen.getByText('Not a number')).toBeTruthy()
    expect(onChange).not.toHaveBeenCalled()
    fireEvent.keyDown(field('Rows'), { key: 'Escape' })
    expect(field('Rows').value).toBe('10')
  })

  it('the next number with the arrow keys, and stops at the bounds', () => {
    const onChange = showForm({ params: { rows: 99 } })
    fireEvent.keyDown(field('Rows'), { key: 'ArrowUp' })
    fireEvent.keyDown(field('Rows'), { key: 'ArrowUp' })
    expect(onChange.mock.calls).toEqual([['rows', 100]])
  })

  it('none for a number that may be empty', () => {
    const onChange = showForm()
    type('Limit', '')
    expect(onChange).toHaveBeenCalledWith('limit', null)
  })

  it('switches, choices side by side, and choices from a list by their value', () => {
    const onChange = showForm()
    fireEvent.click(screen.getByRole('switch', { name: 'Keep' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Right' }))
    choose('Method', 'The third')
    expect(onChange.mock.calls).toEqual([
      ['keep', true],
      ['side', 'right'],
      ['method', 'v2'],
    ])
  })

  it('text as it is typed, and a column by its name', () => {
    const onChange = showForm()
    type('Note', '<b>bold</b>')
    choose('Target', '__proto__')
    expect(onChange.mock.calls).toEqual([
      ['note', '<b>bold</b>'],
      ['target', '__proto__'],
    ])
  })

  it('the role of one column beside those of the others', () => {
    const onChange = showForm({ params: { roles: [{ column: 'age', role: 'id' }] } })
    choose('Roles: __proto__', 'Target')
    expect(onChange).toHaveBeenCalledWith('roles', [
      { column: 'age', role: 'id' },
      { column: '__proto__', role: 'target' },
    ])
  })

  it('layers: a changed one, one more, one less, and no size that is not allowed', () => {
    const onChange = showForm()
    type('Layer 1: Units', '99')
    expect(onChange).not.toHaveBeenCalled()
    type('Layer 1: Units', '16')
    fireEvent.click(screen.getByRole('button', { name: 'Add layer' }))
    fireEvent.click(screen.getByRole('button', { name: 'Remove layer 1' }))
    expect(onChange.mock.calls).toEqual([
      ['layers', [{ units: 16 }]],
      ['layers', [{ units: 8 }, { units: 8 }]],
      ['layers', []],
    ])
  })
})

it('a read-only form lets nothing be changed', () => {
  const onChange = showForm({ disabled: true })
  const controls = ['textbox', 'combobox', 'switch', 'radio'].flatMap((role) => screen.queryAllByRole(role))
  expect(controls.length).toBeGreaterThan(8)
  expect(controls.filter((control) => !control.matches(':disabled'))).toEqual([])
  const editor = screen.getByRole('group', { name: 'Layers' })
  for (const button of within(editor).getAllByRole('button')) fireEvent.click(button)
  expect(onChange).not.toHaveBeenCalled()
})
