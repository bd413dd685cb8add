/** A table of numbers whose last column is the target. */
export interface Data {
  rows: number
  columns: number
  x: Float64Array
  y: Float64Array
}

/** Reads a CSV file piece by piece, so that a million rows leave the memory to the learners. */
export async function read(address: string): Promise<Data> {
  const rows: Float64Array[] = []
  let rest = ''
  const take = (lines: string[]) => {
    for (const line of lines) if (line !== '') rows.push(Float64Array.from(line.split(','), Number))
  }
  const { body } = await fetch(address)
  for await (const text of body!.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n')
    rest = lines.pop()!
    take(lines)
  }
  take([rest])
  rows.shift()
  const columns = rows[0].length - 1
  const x = new Float64Array(rows.length * columns)
  rows.forEach((row, at) => x.set(row.subarray(0, columns), at * columns))
  return { rows: rows.length, columns, x, y: Float64Array.from(rows, (row) => row[columns]) }
}
