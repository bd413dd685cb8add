import { catalog } from '@/nodes/catalog'
import { runs } from '@/nodes/runs'
import { startBackend } from './backend'
import { createComputeWorker } from './computeWorker'
import { createWorkerHost } from './host'
import { createPool, poolSize } from './pool'
import { beatEveryMs, type FromEngine, type ToEngine } from './protocol'
import { createSession } from './session'

/** Entry of the engine worker, the one owner of values and cache. */
const post = (message: FromEngine): void => self.postMessage(message)
const backend = startBackend()

const pool = createPool({
  catalog,
  backend,
  size: poolSize(navigator.hardwareConcurrency),
  create: () =>
    createComputeWorker(() => new Worker(new URL('./compute.ts', import.meta.url), { type: 'module' })),
})

const receive = createSession({
  post,
  runs,
  catalog,
  backend,
  pool,
  hostFor: createWorkerHost,
  cacheBytes: 768e6,
})

self.onmessage = (event: MessageEvent<ToEngine>) => receive(event.data)
post({ kind: 'beat' })
setInterval(() => post({ kind: 'beat' }), beatEveryMs)
