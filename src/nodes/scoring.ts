import type { Catalog, PreparationStep, Predictor } from '@/contract/catalog'

const foundSteps = import.meta.glob<PreparationStep>('./prepare/*/step.ts', {
  eager: true,
  import: 'default',
})
const foundPredictors = import.meta.glob<Predictor>('./build/*/predict.ts', {
  eager: true,
  import: 'default',
})

/** What scoring needs: steps and predictors, no tensors. The service worker loads this and no more. */
export const scoringCatalog: Pick<Catalog, 'step' | 'predictor'> = {
  step: lookUp(Object.values(foundSteps)),
  predictor: lookUp(Object.values(foundPredictors)),
}

export function lookUp<T extends { type: string }>(entries: T[]): (type: string) => T {
  const table = new Map(entries.map((entry) => [entry.type, entry]))
  return (type) => {
    const entry = table.get(type)
    if (!entry) throw new Error(`nothing is registered for ${type}`)
    return entry
  }
}
