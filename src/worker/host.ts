import { sourceOfBlob, sourceOfBytes, type ByteSource } from '@/base/byteSource'
import type { Host } from '@/contract/run'
import type { WorkflowFile } from '@/document/schema'
import { copiesOf } from '@/storage/copies'
import { getDeployment, saveDeployment } from '@/storage/deployments'
import { requestsSince } from '@/storage/requests'
import { findCredential } from '@/storage/credentials'
import { getFile, openFile } from '@/storage/files'
import type { DeployedBy } from '@/values/deployment'
import { contentOf } from './fileContent'
import { createNetwork, readAsset } from './network'
import { partsBeside } from './partsBeside'
import { readBeside } from './readBeside'
import { queryBeside } from './sql/sqlClient'

/** Smaller files are there before another worker has been asked for them. */
const worthAsking = 1 << 23

const openBlob = (blob: Blob): ByteSource =>
  blob.size < worthAsking ? sourceOfBlob(blob) : partsBeside(readBeside(blob), blob)

/** What steps in the browser may ask of the world: this device's storage, shipped assets, and the endpoint by way of the page. */
export function createWorkerHost(
  files: readonly WorkflowFile[],
  ask: Host['infer'],
  workflow?: DeployedBy,
  origins: readonly string[] = [],
): Host {
  const findSecret = (name: string, origin: string) => findCredential(workflow?.id ?? '', name, origin)
  return {
    ...createNetwork({ origins, findSecret }),
    copies: workflow && copiesOf(workflow.id),
    readFile: async (hash) => contentOf(files, hash) ?? (await getFile(hash)),
    async openFile(hash) {
      const inside = contentOf(files, hash)
      return inside ? sourceOfBytes(inside) : openFile(hash, openBlob)
    },
    readAsset,
    query: queryBeside,
    deploy: (name, model, placement) => saveDeployment(name, model, workflow, placement),
    infer: ask,
    async requestLog(name) {
      const deployment = await getDeployment(name)
      return deployment ? requestsSince(name, deployment.deployedAt) : []
    },
  }
}
