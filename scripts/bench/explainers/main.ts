/** Explains models of the product in a worker: `await window.explain(asked)`, see worker.ts. */
import type { Asked, Explained } from './worker'

const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })

const explain = (asked: Asked): Promise<Explained> =>
  new Promise((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<Explained>) => resolve(data)
    worker.onerror = ({ message }) => reject(new Error(message))
    worker.postMessage(asked)
  })

Object.assign(window, { explain })
