import type { Json } from '@/base/json'
import type { InferReply } from '@/contract/run'
import { describeModel } from '@/ml/inference/protocol'
import { describeRelease } from '@/ml/inference/release'
import { openApi } from '@/ml/inference/openApi'
import { RequestFault } from '@/ml/inference/request'
import { infer } from './infer'
import { refusal } from './refusal'
import { findVersion, type EndpointRequest, type EndpointSources, type Found } from './sources'

export type { EndpointRequest, EndpointSources } from './sources'

/**
 * Answers after the Open Inference Protocol v2 (server, model metadata, infer), with versions by number or alias
 * (champion, challenger, shadow). Every fault of the caller is a 4xx with a JSON body that names the field.
 */
export async function answer(request: EndpointRequest, sources: EndpointSources): Promise<InferReply> {
  try {
    return await route(request, sources)
  } catch (error) {
    return refusal(error)
  }
}

async function route(request: EndpointRequest, sources: EndpointSources): Promise<InferReply> {
  const parts = request.path.split('/').filter(Boolean).map(decodePart)
  if (parts.length === 0) return reply(200, { name: 'stagecraft', version: '2', extensions: [] })
  if (parts[0] === 'health') return reply(200, { live: true, ready: true })
  if (parts[0] !== 'models') throw new RequestFault(404, 'There is nothing at this address', null)
  if (parts.length === 1) return reply(200, { models: (await sources.names()).map((name) => ({ name })) })
  return routeModel(request, takeAddress(parts), sources)
}

interface ModelAddress {
  name: string
  /** Version number or alias; null where the traffic split decides. */
  version: string | null
  action: string
}

const takeAddress = ([, name, ...rest]: string[]): ModelAddress =>
  rest[0] === 'versions'
    ? { name, version: rest[1] ?? '', action: rest[2] ?? '' }
    : { name, version: null, action: rest[0] ?? '' }

async function routeModel(
  request: EndpointRequest,
  address: ModelAddress,
  sources: EndpointSources,
): Promise<InferReply> {
  const { action, version } = address
  const asks = action === 'infer'
  const found = await find(asks ? address : { ...address, version: version ?? 'champion' }, sources)
  if (asks) {
    if (request.method !== 'POST') throw new RequestFault(405, 'Ask for predictions with POST', null)
    return infer(request, found, sources)
  }
  const body = await describing(action, found, sources)
  if (request.method !== 'GET')
    throw new RequestFault(
      405,
      `Ask for ${action === '' ? 'the description of a model' : action} with GET`,
      null,
    )
  return reply(200, body)
}

async function describing(action: string, found: Found, sources: EndpointSources): Promise<Json> {
  const { deployment } = found
  const release = (await sources.release(deployment.name))!
  if (action === '') return { ...describeModel(deployment), ...describeRelease(release) }
  if (action === 'ready') return { name: deployment.name, ready: true }
  if (action === 'openapi.json') return openApi(deployment)
  throw new RequestFault(404, `A model has no “${action}”`, null)
}

async function find({ name, version }: ModelAddress, sources: EndpointSources): Promise<Found> {
  const found = await findVersion(sources, name, version)
  if (found) return found
  if (version !== null && (await sources.release(name)))
    throw new RequestFault(404, `The model “${name}” has no version “${version}”`, 'version')
  throw new RequestFault(404, `There is no model named “${name}”`, 'name')
}

function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new RequestFault(400, 'The address is not well formed', null)
  }
}

const reply = (status: number, body: Json): InferReply => ({ status, body })
