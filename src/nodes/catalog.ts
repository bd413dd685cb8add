import type { Catalog, LearnerFit } from '@/contract/catalog'
import { lookUp, scoringCatalog } from './scoring'

const foundLearners = import.meta.glob<LearnerFit>('./build/*/learner.ts', { eager: true, import: 'default' })

/** Everything a run may look up by type, learners included. */
export const catalog: Catalog = { ...scoringCatalog, learner: lookUp(Object.values(foundLearners)) }
