import { openSource } from '../../lib/source.mjs'
import { longTable } from '../support/workflows.mjs'
import { median, spread } from '../support/stats.mjs'

const changes = 15

/**
 * Changes the last node of a chain over 100,000 rows. Overhead: plan and run as the page and the engine do them,
 * less the time of the step itself.
 */
export async function measure() {
  const source = await openSource()
  try {
    return await measureWith(source)
  } finally {
    await source.close()
  }
}

async function measureWith(source) {
  const { makePlan } = await source.load('/src/plan/makePlan.ts')
  const { definitions } = await source.load('/src/nodes/definitions.ts')
  const { catalog } = await source.load('/src/nodes/catalog.ts')
  const { runs } = await source.load('/src/nodes/runs.ts')
  const { makeCache } = await source.load('/src/engine/cache.ts')
  const { execute } = await source.load('/src/engine/execute.ts')
  const cache = makeCache(768e6)

  const run = async (workflow) => {
    const events = []
    const started = performance.now()
    const plan = makePlan(workflow, definitions)
    if (plan.errors.length > 0) throw new Error(plan.errors[0].sentence)
    await execute({
      plan,
      runs,
      cache,
      signal: new AbortController().signal,
      backend: 'none',
      contextFor: (step, pulse) => ({ ...pulse, node: step.node, seed: plan.seed, catalog }),
      emit: (event) => events.push(event),
    })
    return {
      ms: performance.now() - started,
      done: events.filter(({ kind }) => kind === 'step-done'),
      events,
    }
  }

  await run(longTable())
  const overheads = []
  const ran = new Set()
  for (let i = 0; i < changes; i++) {
    const method = ['min-max', 'robust', 'standard'][i % 3]
    const columns = ['x1', 'x2', 'x3'].slice(0, 1 + ((i % 5) % 3))
    const { ms, done, events } = await run(longTable({ method, columns }))
    const failed = events.find(({ kind }) => kind === 'step-failed')
    if (failed) throw new Error(JSON.stringify(failed.error))
    const fresh = done.filter(({ cached }) => !cached)
    fresh.forEach(({ result }) => ran.add(result.node))
    if (fresh.length === 1) overheads.push(ms - fresh[0].result.durationMs)
  }
  return [
    {
      figure: 'Nodes that run after the last of a chain is changed',
      value: ran.size,
      unit: '',
      atMost: 1,
      noise: [...ran].join(', '),
    },
    {
      figure: 'Engine overhead of that, 100,000 rows',
      value: median(overheads),
      unit: 'ms',
      atMost: 5,
      noise: spread(overheads, 1),
    },
  ]
}
