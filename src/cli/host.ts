import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { inferRequest } from '@/contract/inference'
import { MemoryReleases } from '@/contract/memoryReleases'
import type { Host } from '@/contract/run'
import type { WorkflowFile } from '@/document/schema'
import { createNodeQuery } from '@/ml/sql/node'
import { scoringCatalog } from '@/nodes/scoring'
import { answer } from '@/service/answer'
import { contentOf } from '@/worker/fileContent'
import { createNetwork, type Secret } from '@/worker/network'
import { provideSockets } from './sockets'

/** What was allowed on the command line. */
export interface CliNetwork {
  origins?: readonly string[]
  /** By the origin that they are for. */
  secrets?: ReadonlyMap<string, Secret>
}

/**
 * What steps in a terminal may ask of the world: files inside the workflow, the origins that were allowed on the command
 * line, and endpoints that live as long as the run.
 */
export function createCliHost(
  files: readonly WorkflowFile[],
  { origins = [], secrets = new Map() }: CliNetwork = {},
): Host {
  provideSockets()
  const memory = new MemoryReleases()
  return {
    ...createNetwork({ origins, findSecret: async (_name, origin) => secrets.get(origin) ?? null }),
    readFile: (hash) => Promise.resolve(contentOf(files, hash)),
    readAsset: async (address) => new Uint8Array(await readFile(assetPath(address))),
    query: createNodeQuery(),
    deploy: (name, model, placement) => memory.deploy(name, model, placement),
    infer: (name, request, version) =>
      answer(inferRequest(name, request, version), memory.sources(scoringCatalog)),
    requestLog: memory.requests,
  }
}

/** Where Vite's address of an asset lies on this disk: relative to the project, or absolute behind `/@fs`. */
function assetPath(address: string): string {
  const path = address.replace(/\?.*$/, '')
  if (path.startsWith('file:')) return fileURLToPath(path)
  return path.startsWith('/@fs/') ? path.slice(4) : resolve(`.${path}`)
}
