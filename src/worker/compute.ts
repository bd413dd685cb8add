import { catalog } from '@/nodes/catalog'
import { startBackend } from './backend'
import { createComputeSession } from './computeSession'
import { beatEveryMs, type FromCompute, type ToCompute } from './protocol'

/** Entry of a compute worker. */
const post = (message: FromCompute): void => self.postMessage(message)
const beat = (): void => post({ kind: 'beat' })
const backend = startBackend()
const receive = createComputeSession({ post, catalog, backend })

self.onmessage = (event: MessageEvent<ToCompute>) => receive(event.data)

// The first beat says that a job can be taken, so it waits for the tensors.
void backend.then(() => {
  beat()
  setInterval(beat, beatEveryMs)
})
