import type { AnyRun, Runs } from '@/contract/run'

const found = import.meta.glob<AnyRun>('./*/*/run.ts', { eager: true, import: 'default' })

/** What each node type does; loaded by the worker and the command line only. */
export const runs: Runs = new Map(Object.values(found).map((run) => [run.type, run]))
