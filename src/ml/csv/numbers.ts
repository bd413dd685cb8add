import type { Decimal } from './types'

const pointNumber = /^[+-]?(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/
const commaNumber = /^[+-]?(?:(?:\d+|\d{1,3}(?:\.\d{3})+)(?:,\d*)?|,\d+)(?:[eE][+-]?\d+)?$/
const infinite = /^([+-]?)inf(?:inity)?$/i

/** The number that a trimmed cell stands for, with or without signs between thousands; NaN when it is none. */
export function readNumber(text: string, decimal: Decimal): number {
  if (decimal === 'point') {
    if (pointNumber.test(text)) return Number(text.replaceAll(',', ''))
  } else if (commaNumber.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  const match = infinite.exec(text)
  if (!match) return NaN
  return match[1] === '-' ? -Infinity : Infinity
}

/** Digits that are a name rather than an amount: leading zeros, or more digits than a number can hold exactly. */
export const isCodeLike = (text: string): boolean => /^[+-]?0\d/.test(text) || /^[+-]?\d{16,}$/.test(text)

/** Whether the decimal sign is a comma, judged by cells that only one of the two readings explains. */
export function guessDecimal(cells: Iterable<string>, delimiter: string): Decimal {
  let comma = 0
  let point = 0
  let either = 0
  for (const cell of cells) {
    const text = cell.trim()
    if (!/^[+-]?[\d.,]+$/.test(text)) continue
    const asPoint = !Number.isNaN(readNumber(text, 'point'))
    const asComma = !Number.isNaN(readNumber(text, 'comma'))
    if (asPoint && asComma) either += text.includes(',') ? 1 : 0
    else if (asComma || /^[+-]?0,\d+$/.test(text)) comma++
    else if (asPoint) point++
  }
  if (comma === 0 && point === 0) return delimiter === ';' && either > 0 ? 'comma' : 'point'
  return comma > point ? 'comma' : 'point'
}
