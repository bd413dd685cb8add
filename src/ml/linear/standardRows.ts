import type { Matrix } from '@/contract/catalog'
import type { Pulse } from '@/contract/pulse'
import { standardise, standardOf, type Standard } from './standardise'

type Breath = Pick<Pulse, 'breathe'>

const rowsPerBreath = 20_000
/** Squares of larger numbers might not be finite. */
const large = 1e100

/**
 * As `standardOf` and `standardise`, row by row instead of column by column, which is what many rows are read quickest in;
 * the last digits differ. Numbers too large for it are left to those.
 */
export async function standardRows(x: Matrix, pulse: Breath): Promise<{ standard: Standard; z: Matrix }> {
  const means = await meansOf(x, pulse)
  const standard: Standard = { means, ...(await scalesOf(x, means, pulse)) }
  if (!means.every((mean) => Math.abs(mean) < large) || !standard.scales.every((scale) => scale < large)) {
    const whole = await standardOf(x, pulse)
    return { standard: whole, z: await standardise(x, whole, pulse) }
  }
  return { standard, z: await scaled(x, standard, pulse) }
}

async function meansOf({ rows, columns, values }: Matrix, pulse: Breath): Promise<Float64Array> {
  const sums = new Float64Array(columns)
  for (let row = 0, at = 0; row < rows; row++) {
    if (row % rowsPerBreath === 0) await pulse.breathe()
    for (let i = 0; i < columns; i++) sums[i] += values[at++]
  }
  return sums.map((sum) => sum / rows)
}

async function scalesOf(
  { rows, columns, values }: Matrix,
  means: Float64Array,
  pulse: Breath,
): Promise<Pick<Standard, 'scales' | 'constant'>> {
  const squares = new Float64Array(columns)
  const constant = new Uint8Array(columns).fill(1)
  for (let row = 0, at = 0; row < rows; row++) {
    if (row % rowsPerBreath === 0) await pulse.breathe()
    for (let i = 0; i < columns; i++, at++) {
      const away = values[at] - means[i]
      squares[i] += away * away
      if (values[at] !== values[i]) constant[i] = 0
    }
  }
  for (let i = 0; i < columns; i++) if (constant[i]) means[i] = values[i]
  return {
    scales: squares.map((sum, i) => (constant[i] || sum === 0 ? 1 : Math.sqrt(sum / rows))),
    constant,
  }
}

async function scaled(x: Matrix, { means, scales, constant }: Standard, pulse: Breath): Promise<Matrix> {
  const values = new Float64Array(x.values.length)
  const factors = scales.map((scale, i) => (constant[i] ? 0 : 1 / scale))
  for (let row = 0, at = 0; row < x.rows; row++) {
    if (row % rowsPerBreath === 0) await pulse.breathe()
    for (let i = 0; i < x.columns; i++, at++) values[at] = (x.values[at] - means[i]) * factors[i]
  }
  return { ...x, values }
}
