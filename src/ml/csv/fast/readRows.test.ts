import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sourceOfBytes, type ByteSource } from '@/base/byteSource'
import { StepFailure } from '@/contract/errors'
import { stillPulse } from '@/contract/pulse'
import { isCoded } from '@/values/table'
import { parseCsv } from '../parseCsv'
import { latin1, utf8 } from '../testing'
import type { PartSource } from './part'
import { readPart } from './parts'
import { usualTuning, type Tuning } from './readRows'
import { autoOptions, type CsvOptions } from '../types'
import { fileText, optionSets } from './files.fixture'

/** Everything that reading gives, in a form in which NaN and -0 can be compared; or why it failed. */
async function readAs(input: Uint8Array | ByteSource, options: Partial<CsvOptions>, tuning: Partial<Tuning>) {
  try {
    const { table, findings, warnings } = await parseCsv(input, { ...autoOptions, ...options }, stillPulse, {
      ...usualTuning,
      ...tuning,
    })
    const columns = table.columns.map((column) => ({
      name: column.name,
      type: column.type,
      cells: [...(isCoded(column) ? column.codes : column.values)],
      dictionary: isCoded(column) ? column.dictionary : null,
    }))
    return { rows: table.rowCount, columns, findings, warnings }
  } catch (error) {
    if (error instanceof StepFailure) return error.reason
    throw error
  }
}

async function expectSame(bytes: Uint8Array, options: Partial<CsvOptions> = {}): Promise<void> {
  const slow = await readAs(bytes, options, { fast: false })
  for (const [blockBytes, kindRows] of [
    [1 << 22, 1],
    [64, 3],
    [7, 1000],
  ])
    expect(await readAs(bytes, options, { blockBytes, kindRows })).toEqual(slow)
  const size = bytes.length < 4096 ? 1 : 256
  for (const [blockBytes, partBytes] of [
    [1 << 22, 9 * size],
    [64 * size, 40 * size],
    [7 * size, 16 * size],
  ])
    expect(await readAs(inParts(bytes).source, options, { blockBytes, partBytes })).toEqual(slow)
}

/** Bytes of which parts can be read beside, and how many were. */
function inParts(bytes: Uint8Array) {
  const found = { parts: 0, refused: 0 }
  const source: PartSource = {
    ...sourceOfBytes(bytes),
    lanes: 2,
    async readPart(request) {
      const part = await readPart(sourceOfBytes(bytes), structuredClone(request))
      found[part ? 'parts' : 'refused']++
      return part
    },
  }
  return { source, found }
}

describe('records read straight from bytes', () => {
  it('give the same table and the same warnings as papaparse alone, whatever the file and the size of blocks', async () => {
    await fc.assert(
      fc.asyncProperty(fileText, optionSets, (text, options) => expectSame(utf8(text), options)),
      { numRuns: 300 },
    )
  })

  it('give the same where characters are single bytes, told or found out', async () => {
    const text = fileText.map((text) => text.replace(/[^\0-\xff]/g, 'ß'))
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom('auto', 'windows-1252', 'utf-8'), (text, encoding) =>
        expectSame(latin1(text), { encoding: encoding as 'auto' }),
      ),
      { numRuns: 100 },
    )
  })

  /** More than is looked at before reading begins. */
  const many = (line: (i: number) => string) => Array.from({ length: 12_000 }, (_, i) => line(i))

  it('begin again where the text turns out to be no UTF-8, and name the line', async () => {
    const bytes = latin1(
      ['n,word', ...many((i) => `${i},caf${i === 11_000 ? 'é' : 'e'} ${i % 9}`), ''].join('\n'),
    )
    await expectSame(bytes)
    const found = await readAs(bytes, {}, { blockBytes: 1 << 16 })
    expect(found).toMatchObject({
      rows: 12_000,
      findings: { encoding: 'windows-1252' },
      warnings: [{ kind: 'encoding', lines: [11_002] }],
    })
  })

  it('begin again where line ends turn out to be mixed, and name the lines', async () => {
    const text = 'n,word\n' + many((i) => `${i},w${i % 9}${i === 11_000 ? '\r\n' : '\n'}`).join('')
    await expectSame(utf8(text))
    expect(await readAs(utf8(text), {}, { blockBytes: 1 << 16 })).toMatchObject({
      rows: 12_000,
      findings: { lineEnds: 'mixed' },
      warnings: [{ kind: 'mixed-line-ends', lines: [11_002] }],
    })
  })

  it('read a column again as texts for one stray word near the end', async () => {
    const text = [
      'n,m,d',
      ...many((i) => `${i},${i === 11_000 ? 'none' : i / 4},2024-01-0${1 + (i % 9)}`),
    ].join('\n')
    await expectSame(utf8(text))
    const found = await readAs(utf8(text), {}, { blockBytes: 1 << 16 })
    expect(found).toMatchObject({
      columns: [{ type: 'numeric' }, { type: 'text' }, { type: 'datetime' }],
      warnings: [{ kind: 'odd-values', lines: [11_002] }],
    })
  })

  describe('in parts', () => {
    const word = (i: number) => (i % 5 === 0 ? `late ${i >> 9}` : `w${i % 7}`)
    const cells = (i: number) => `${i},${i % 50 === 0 ? ['NA', '-', '?'][(i / 50) % 3] : i / 4},${word(i)}`

    it('come from other threads, and are the same with their categories and markers', async () => {
      const bytes = utf8(['n,m,w', ...many(cells), ''].join('\r\n'))
      const { source, found } = inParts(bytes)
      const tuning = { blockBytes: 1 << 13, partBytes: 1 << 13 }
      expect(await readAs(source, {}, tuning)).toEqual(await readAs(bytes, {}, { fast: false }))
      expect(found.parts).toBeGreaterThan(10)
      expect(found.refused).toBe(0)
    })

    it('are left where a quoted cell goes over their beginning, and lines are told as they are', async () => {
      const long = `"${'a line\n'.repeat(40)}"`
      const at = (i: number) => (i % 400 === 0 ? `${i},${i / 4},${long}` : i % 999 === 0 ? `${i}` : cells(i))
      const bytes = utf8(['n,m,w', ...many(at), ''].join('\n'))
      for (const partBytes of [200, 1 << 13]) {
        const { source } = inParts(bytes)
        expect(await readAs(source, {}, { blockBytes: 1 << 12, partBytes })).toEqual(
          await readAs(bytes, {}, { fast: false }),
        )
      }
    })

    it('are neither waited for nor asked for once the run is cancelled', async () => {
      const bytes = utf8(['n,m,w', ...many(cells), ''].join('\n'))
      const cancelling = new AbortController()
      let asked = 0
      const readPart = () => {
        if (++asked === 2) cancelling.abort()
        return new Promise<null>(() => undefined)
      }
      const source: PartSource = { ...sourceOfBytes(bytes), lanes: 1, readPart }
      const breathe = () => Promise.resolve()
      const reading = parseCsv(
        source,
        autoOptions,
        { ...stillPulse, signal: cancelling.signal, breathe },
        {
          ...usualTuning,
          blockBytes: 1 << 13,
          partBytes: 1 << 12,
        },
      )
      await expect(reading).rejects.toMatchObject({ reason: { kind: 'cancelled' } })
      expect(asked).toBe(2)
    })

    it('are asked for no longer where they cannot be had', async () => {
      const bytes = utf8(['n,m,w', ...many(cells), ''].join('\n'))
      let asked = 0
      const source: PartSource = {
        ...sourceOfBytes(bytes),
        lanes: 1,
        readPart: () => Promise.resolve((asked++, null)),
      }
      const tuning = { blockBytes: 1 << 13, partBytes: 1 << 12 }
      expect(await readAs(source, {}, tuning)).toEqual(await readAs(bytes, {}, { fast: false }))
      expect(asked).toBeLessThan(6)
    })
  })
})
