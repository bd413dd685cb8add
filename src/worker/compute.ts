import { catalog } from '@/nodes/catalog'
import { startBackend } from './backend'
import { createComputeSession } from './computeSession'
import { beatEveryMs, type FromCompute, type ToCompute } from './protocol'

/** Entry of a compute worker. */
const post = (message: FromCompute): void => self.postMessage(message)
const receive = createComputeSession({ post, catalog, backend: startBackend() })

self.onmessage = (event: MessageEvent<ToCompute>) => receive(event.data)
post({ kind: 'beat' })
setInterval(() => post({ kind: 'beat' }), beatEveryMs)
