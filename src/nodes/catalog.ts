import type { Catalog, LearnerFit, Predictor, RuntimePredictor } from '@/contract/catalog'
import { lookUp, scoringCatalog } from './scoring'

const foundLearners = import.meta.glob<LearnerFit>('./build/*/learner.ts', { eager: true, import: 'default' })
const foundRuntimes = import.meta.glob<RuntimePredictor>('./build/*/runtime.ts', {
  eager: true,
  import: 'default',
})

const withRuntime = new Map(
  Object.values(foundRuntimes).map(({ type, predict }): [string, Predictor] => [
    type,
    { ...scoringCatalog.predictor(type), predictByRuntime: predict },
  ]),
)

/** Everything a run may look up by type, learners and predictors with a runtime included. */
export const catalog: Catalog = {
  ...scoringCatalog,
  predictor: (type) => withRuntime.get(type) ?? scoringCatalog.predictor(type),
  learner: lookUp(Object.values(foundLearners)),
}
