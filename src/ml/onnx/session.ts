import type * as Runtime from 'onnxruntime-web/wasm'
import { hashBytes } from '@/base/hash'
import { failFile } from '../modelFile/read'

export type Onnx = typeof Runtime
type InferenceSession = Runtime.InferenceSession

/** Models that stay open; each takes memory of the runtime. */
const most = 4
const open = new Map<string, InferenceSession>()
const hashes = new WeakMap<Uint8Array, string>()
let before: Promise<unknown> = Promise.resolve()

/**
 * Works with a model in the runtime, one piece of work after the other, as a model is closed when others need its
 * place. The runtime (14 MB) is loaded by the first call; the same WebAssembly computes in browsers and in Node, in one
 * thread. @throws StepFailure bad-file for a file that it cannot open.
 */
export function withSession<T>(
  bytes: Uint8Array,
  work: (session: InferenceSession, onnx: Onnx) => Promise<T>,
): Promise<T> {
  const turn = before.then(async () => {
    const onnx = await start()
    return work(await opened(onnx, bytes), onnx)
  })
  before = turn.catch(() => undefined)
  return turn
}

async function start(): Promise<Onnx> {
  const onnx = await import('onnxruntime-web/wasm')
  onnx.env.wasm.numThreads = 1
  onnx.env.logLevel = 'fatal'
  return onnx
}

async function opened(onnx: Onnx, bytes: Uint8Array): Promise<InferenceSession> {
  const hash = hashes.get(bytes) ?? hashBytes(bytes)
  hashes.set(bytes, hash)
  const session = open.get(hash) ?? (await create(onnx, bytes))
  open.delete(hash)
  open.set(hash, session)
  const [oldest] = open.keys()
  if (open.size > most) {
    await open.get(oldest)?.release()
    open.delete(oldest)
  }
  return session
}

async function create(onnx: Onnx, bytes: Uint8Array): Promise<InferenceSession> {
  try {
    return await onnx.InferenceSession.create(bytes, { executionProviders: ['wasm'], logSeverityLevel: 4 })
  } catch (error) {
    return failOpening(error instanceof Error ? error.message : String(error))
  }
}

const unknownOperator = /Fatal error: (\S+?)\([^)]*\) is not a registered|find an implementation for (\S+?)\(/

/** The runtime says in one long sentence what is wrong. */
function failOpening(message: string): never {
  const operator = unknownOperator.exec(message)
  if (operator)
    return failFile(
      `The ONNX model uses the operator “${operator[1] ?? operator[2]}”, which cannot be run here`,
      'Export the model with operators of the ONNX standard, and no more.',
    )
  if (message.includes('protobuf parsing failed'))
    return failFile('The ONNX file is damaged or cut off', 'Export or download it again.')
  const [, said = message] = /ERROR_MESSAGE: (.*)/s.exec(message) ?? []
  return failFile(
    `The ONNX model cannot be opened: ${said.slice(0, 300).replace(/\.?\s*$/, '')}`,
    'Export it again, as one file with all of its weights.',
  )
}
