import { describe, expect, it } from 'vitest'
import { cellValue } from '@/values/table'
import { latin1, namesOf, read, rowsOf, typesOf, utf16, utf8 } from './testing'

describe('types', () => {
  it('guesses numbers, dates, categories and texts', async () => {
    const lines = Array.from(
      { length: 40 },
      (_, i) => `${i / 2},2024-01-${String((i % 28) + 1).padStart(2, '0')},${i % 2 ? 'yes' : 'no'},note ${i}`,
    )
    const { table, warnings } = await read(['n,d,c,t', ...lines].join('\n'))
    expect(typesOf(table)).toEqual(['numeric', 'datetime', 'categorical', 'text'])
    expect(rowsOf(table)[3]).toEqual([1.5, Date.UTC(2024, 0, 4), 'yes', 'note 3'])
    expect(warnings).toEqual([])
  })

  it('reads markers of missing values as missing, and says which it met', async () => {
    const { table, findings } = await read('a,b\n1,x\nNA,?\n,null\n4,NaN\n')
    expect(rowsOf(table)).toEqual([
      [1, 'x'],
      [null, null],
      [null, null],
      [4, null],
    ])
    expect(findings.markers).toEqual([
      { marker: 'NA', count: 1 },
      { marker: '?', count: 1 },
      { marker: 'null', count: 1 },
      { marker: 'NaN', count: 1 },
    ])
    const plain = await read('a,b\nNA,1\nUS,2\n', { missing: 'empty' })
    expect(rowsOf(plain.table)).toEqual([
      ['NA', 1],
      ['US', 2],
    ])
  })

  it('keeps codes with leading zeros and numbers too long to be exact as texts', async () => {
    const { table } = await read('zip,id\n01234,12345678901234567\n99999,12345678901234568\n')
    expect(rowsOf(table)).toEqual([
      ['01234', '12345678901234567'],
      ['99999', '12345678901234568'],
    ])
  })

  it('names the values that keep a column from being numeric, with their lines', async () => {
    const text = 'age\n1\n2\n3\n4\n5\nabc\n7\n'
    const guessed = await read(text)
    expect(typesOf(guessed.table)).toEqual(['categorical'])
    expect(guessed.warnings).toMatchObject([{ kind: 'odd-values', lines: [7], count: 1 }])
    const corrected = await read(text, { types: [{ column: 'age', type: 'numeric' }] })
    expect(rowsOf(corrected.table).flat()).toEqual([1, 2, 3, 4, 5, null, 7])
    expect(corrected.warnings).toMatchObject([{ kind: 'forced-missing', lines: [7] }])
    expect(corrected.warnings[0].text).toContain('“abc”')
  })

  it('says of a correction that its column is not there', async () => {
    const { warnings } = await read('a\n1\n', { types: [{ column: 'b', type: 'text' }] })
    expect(warnings).toMatchObject([{ kind: 'unknown-correction' }])
  })

  it('reads common forms of dates, and warns where day and month could be swapped', async () => {
    const one = async (...cells: string[]) => {
      const { table, warnings } = await read(['when;x', ...cells.map((cell) => `${cell};1`)].join('\n'))
      return {
        type: table.columns[0].type,
        value: cellValue(table.columns[0], 0),
        kinds: warnings.map((w) => w.kind),
      }
    }
    const day = Date.UTC(2024, 2, 5)
    expect(await one('05.03.2024', '25.03.2024')).toEqual({ type: 'datetime', value: day, kinds: [] })
    expect(await one('03/05/2024', '03/25/2024')).toEqual({ type: 'datetime', value: day, kinds: [] })
    expect(await one('05/03/2024')).toEqual({ type: 'datetime', value: day, kinds: ['ambiguous-date'] })
    expect(await one('Mar 05 2024')).toEqual({ type: 'datetime', value: day, kinds: [] })
    expect((await one('2024-03-05T01:30:00+01:30')).value).toBe(day)
    expect((await one('2024-03-05 10:20:30.25')).value).toBe(Date.UTC(2024, 2, 5, 10, 20, 30, 250))
    expect((await one('2024-02-30')).type).toBe('categorical')
  })
})

describe('dialect', () => {
  it('finds the delimiter, also beside decimal commas', async () => {
    for (const [name, sign] of [
      ['semicolon', ';'],
      ['tab', '\t'],
      ['pipe', '|'],
      ['comma', ','],
    ]) {
      const { table, findings } = await read(
        ['a', 'b', 'c'].join(sign) + '\n' + ['1', '2', '3'].join(sign) + '\n',
      )
      expect([findings.delimiter, table.columns.length]).toEqual([name, 3])
    }
    const german = await read('a;b\n1,5;2,25\n1.234,5;3\n')
    expect(german.findings).toMatchObject({ delimiter: 'semicolon', decimal: 'comma' })
    expect(rowsOf(german.table)).toEqual([
      [1.5, 2.25],
      [1234.5, 3],
    ])
    const grouped = await read('a,b\n"1,234",2.5\n"12,345",3.5\n')
    expect(rowsOf(grouped.table)).toEqual([
      [1234, 2.5],
      [12345, 3.5],
    ])
  })

  it('lets every guess be corrected', async () => {
    const text = "a;b\n'1,5';2\n"
    const { table } = await read(text, { delimiter: 'comma', quote: 'none', header: 'no', decimal: 'point' })
    expect(rowsOf(table)).toEqual([
      ['a;b', null],
      ["'1", "5';2"],
    ])
    expect(rowsOf((await read(text, { quote: 'single' })).table)).toEqual([[1.5, 2]])
  })

  it('takes the first row as data when it looks like data', async () => {
    expect(namesOf((await read('1,2\n3,4\n')).table)).toEqual(['column 1', 'column 2'])
    expect(namesOf((await read('yes,no\nno,no\nyes,yes\n')).table)).toEqual(['column 1', 'column 2'])
    expect(namesOf((await read('1,2\n3,4\n', { header: 'yes' })).table)).toEqual(['1', '2'])
  })

  it('keeps a line break inside a quoted value, whatever the line ends of the file', async () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const { table, warnings, findings } = await read(`t,n${end}"one${'\n'}two",1${end}three,2${end}`)
      expect(rowsOf(table)).toEqual([
        ['one\ntwo', 1],
        ['three', 2],
      ])
      expect(warnings).toEqual([])
      expect(findings.lineEnds).toBe({ '\n': 'lf', '\r\n': 'crlf', '\r': 'cr' }[end])
    }
  })

  it('reads mixed line ends as rows, and says so', async () => {
    const { table, warnings, findings } = await read('a,b\r\n1,2\n3,"x\r\ny"\r5,6')
    expect(rowsOf(table)).toEqual([
      [1, '2'],
      [3, 'x\r\ny'],
      [5, '6'],
    ])
    expect(findings.lineEnds).toBe('mixed')
    expect(warnings).toMatchObject([{ kind: 'mixed-line-ends' }])
  })
})

describe('encoding', () => {
  it.each([
    ['utf-8', utf8('café,n\né,1\n')],
    ['utf-8', utf8('\uFEFFcafé,n\né,1\n')],
    ['utf-16le', utf16('\uFEFFcafé,n\né,1\n')],
    ['utf-16be', utf16('\uFEFFcafé,n\né,1\n', true)],
    ['utf-16le', utf16('café,n\né,1\n')],
    ['windows-1252', latin1('café,n\né,1\n')],
  ])('recognises %s', async (encoding, bytes) => {
    const { table, findings } = await read(bytes)
    expect(findings.encoding).toBe(encoding)
    expect(namesOf(table)).toEqual(['café', 'n'])
    expect(rowsOf(table)).toEqual([['é', 1]])
  })

  it('names the line that is not UTF-8, and what a wrong choice spoils', async () => {
    const bytes = latin1('a,b\n1,x\n2,\xe9\n')
    expect((await read(bytes)).warnings).toMatchObject([{ kind: 'encoding', lines: [3] }])
    expect((await read(bytes, { encoding: 'utf-8' })).warnings).toMatchObject([
      { kind: 'undecodable', lines: [3] },
    ])
  })
})
