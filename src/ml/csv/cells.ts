/** The cells of one column as codes into the distinct texts; -1 is a cell that is not there. */
export interface CellTexts {
  codes: Int32Array
  texts: string[]
}

/** Collects cells one by one. Distinct texts are kept once, so that types are judged on them alone. */
export interface CellCollector {
  add(cell: string | null): void
  readonly distinct: number
  finish(): CellTexts
}

export function collectCells(): CellCollector {
  const known = new Map<string, number>()
  const texts: string[] = []
  let codes = new Int32Array(1024)
  let count = 0
  const codeOf = (cell: string): number => {
    const found = known.get(cell)
    if (found !== undefined) return found
    known.set(cell, texts.length)
    return texts.push(cell) - 1
  }
  return {
    add(cell) {
      if (count === codes.length) codes = grown(codes)
      codes[count++] = cell === null ? -1 : codeOf(cell)
    },
    get distinct() {
      return texts.length
    },
    finish: () => ({ codes: codes.slice(0, count), texts }),
  }
}

export function grown(numbers: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(numbers.length * 2)
  larger.set(numbers)
  return larger
}
