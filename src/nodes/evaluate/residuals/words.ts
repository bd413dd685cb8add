import { formatNumber } from '@/base/format'
import type { ResidualTest } from '@/ml/residuals/diagnose'
import type { ResidualsPreview } from './preview'

const usual = 0.05

export const writeP = (test: ResidualTest | null): string =>
  test === null ? '–' : test.p < 0.001 ? '< 0.001' : test.p.toFixed(3)

/** What the tests say, in whole sentences. */
export function findingsOf({ breuschPagan, jarqueBera, durbinWatson }: ResidualsPreview): string[] {
  const found: string[] = []
  if (breuschPagan) {
    found.push(
      breuschPagan.p < usual
        ? `The size of the errors changes with the prediction (Breusch–Pagan, p ${is(breuschPagan)}): one interval does not fit all.`
        : `No sign that the size of the errors changes with the prediction (Breusch–Pagan, p ${is(breuschPagan)}).`,
    )
  }
  if (jarqueBera) {
    found.push(
      jarqueBera.p < usual
        ? `The residuals are not normal (Jarque–Bera, p ${is(jarqueBera)}): look for outliers or a skewed target.`
        : `No sign that the residuals are not normal (Jarque–Bera, p ${is(jarqueBera)}).`,
    )
  }
  if (durbinWatson) found.push(neighbours(durbinWatson))
  return found
}

const is = (test: ResidualTest): string => (test.p < 0.001 ? writeP(test) : `= ${writeP(test)}`)

function neighbours({ value, column }: { value: number; column: string }): string {
  const written = `Durbin–Watson ${formatNumber(value)} in the order of ${column}`
  if (value < 1.5)
    return `Rows that follow each other err alike (${written}): something in the order is not in the model.`
  if (value > 2.5) return `Rows that follow each other err in turns (${written}).`
  return `No sign that rows which follow each other err alike (${written}; 2 is none).`
}
