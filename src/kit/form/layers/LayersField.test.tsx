// @vitest-environment jsdom
import { fireEvent, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { expect, it } from 'vitest'
import { z } from 'zod'
import type { JsonObject } from '@/base/json'
import { show } from '../../testing'
import { ParamForm } from '../ParamForm'

const schema = z.strictObject({
  layers: z
    .array(
      z.strictObject({
        units: z.int().min(1).max(512).default(16).meta({ title: 'Units' }),
        activation: z
          .enum(['relu', 'tanh'])
          .default('relu')
          .meta({ title: 'Activation', options: { relu: 'ReLU', tanh: 'Tanh' } }),
        dropout: z.number().min(0).max(0.9).optional().meta({ title: 'Dropout' }),
        batchNorm: z.boolean().optional().meta({ title: 'Batch normalisation' }),
      }),
    )
    .max(3)
    .default([])
    .meta({ title: 'Hidden layers', widget: 'layers' }),
})

const wide = { units: 32, activation: 'relu', batchNorm: true, dropout: 0.2 }
const narrow = { units: 8, activation: 'tanh' }

/** What the form was last given. */
let held: JsonObject[] = []
const keep = (layers: JsonObject[]) => (held = layers)

function Editor({ initial }: { initial: JsonObject[] }) {
  const [layers, setLayers] = useState(initial)
  const form = {
    ...{ params: { layers }, columns: [], task: null, disabled: false, problem: () => null },
    onChange: (_: string, value: unknown) => setLayers(keep(value as JsonObject[])),
    onFile: () => undefined,
  }
  return <ParamForm schema={schema} form={form} />
}

const open = (initial: JsonObject[]) => show(<Editor initial={initial} />)
const layer = (name: string) => screen.getByRole('button', { name: new RegExp(`^Layer ${name}`) })
const press = (key: string, shiftKey = false) =>
  fireEvent.keyDown(document.activeElement as Element, { key, shiftKey })

it('each layer is a button that says what it is, and the chosen one is edited', () => {
  open([wide, narrow])
  const first = layer('1 of 2: 32 units, ReLU, dropout 0.2, batch normalisation$')
  expect(first.getAttribute('aria-pressed')).toBe('true')
  fireEvent.click(layer('2 of 2: 8 units, Tanh$'))
  const editor = within(screen.getByRole('group', { name: 'Layer 2' }))
  fireEvent.change(editor.getByRole('textbox', { name: 'Layer 2: Units' }), { target: { value: '64' } })
  fireEvent.click(editor.getByRole('switch', { name: 'Layer 2: Batch normalisation' }))
  fireEvent.change(editor.getByRole('textbox', { name: 'Layer 2: Dropout' }), { target: { value: '0.5' } })
  expect(held[1]).toEqual({ units: 64, activation: 'tanh', batchNorm: true, dropout: 0.5 })
})

it('an optional part that is emptied or switched off is absent again', () => {
  open([wide])
  fireEvent.change(screen.getByRole('textbox', { name: 'Layer 1: Dropout' }), { target: { value: '' } })
  fireEvent.click(screen.getByRole('switch', { name: 'Layer 1: Batch normalisation' }))
  expect(held).toEqual([{ units: 32, activation: 'relu' }])
})

it('arrow keys walk, Shift with them moves the layer, Delete takes it out; focus stays', () => {
  open([wide, narrow])
  layer('1 of 2').focus()
  press('ArrowRight')
  expect(document.activeElement).toBe(layer('2 of 2'))
  press('ArrowLeft', true)
  expect(held).toEqual([narrow, wide])
  expect(document.activeElement).toBe(layer('1 of 2: 8 units'))
  expect(screen.getByRole('status').textContent).toBe('Layer moved to place 1 of 2.')
  press('ArrowLeft', true)
  expect(held).toEqual([narrow, wide])
  press('Delete')
  expect(held).toEqual([wide])
  expect(document.activeElement).toBe(layer('1 of 1'))
})

it('a key that changes the layers reaches nothing else on the page', () => {
  open([wide])
  let heard = 0
  const listen = () => heard++
  window.addEventListener('keydown', listen)
  layer('1 of 1').focus()
  press('Delete')
  window.removeEventListener('keydown', listen)
  expect(held).toEqual([])
  expect(heard).toBe(0)
})

it('a layer is added between two others, up to as many as there may be', () => {
  open([wide, narrow])
  fireEvent.click(screen.getByRole('button', { name: 'Add a layer before layer 2' }))
  expect(held).toEqual([wide, wide, narrow])
  expect(screen.queryByRole('button', { name: /^Add a layer/ })).toBeNull()
  expect(screen.getByRole('button', { name: 'Add layer' })).toHaveProperty('disabled', true)
})

it('a layer is dragged to the place of another', () => {
  open([wide, narrow])
  fireEvent.dragStart(layer('1 of 2'))
  fireEvent.dragOver(layer('2 of 2'))
  fireEvent.drop(layer('2 of 2'))
  expect(held).toEqual([narrow, wide])
})

it('a first layer is what the schema says', () => {
  open([])
  fireEvent.click(screen.getByRole('button', { name: 'Add a layer before the output' }))
  expect(held).toEqual([{ units: 16, activation: 'relu' }])
})
