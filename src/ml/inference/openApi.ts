import type { Json, JsonObject } from '@/base/json'
import type { Deployment } from '@/values/deployment'
import type { ContractField, Model } from '@/values/model'
import { maximumRows } from './request'

/**
 * How to ask a deployed model, as an OpenAPI 3.1 document: the same inputs, by name and type, that the endpoint checks.
 * https://spec.openapis.org/oas/v3.1.0
 */
export function openApi({
  name,
  version,
  model,
}: Pick<Deployment, 'name' | 'version' | 'model'>): JsonObject {
  const path = `/v2/models/${encodeURIComponent(name)}`
  const answers = { '200': reply('Predictions', outputsOf(model)), ...faults }
  return {
    openapi: '3.1.0',
    info: {
      title: `Predictions of “${model.target}” by ${name}`,
      version: String(version),
      description: 'Open Inference Protocol, version 2.',
    },
    paths: {
      [path]: { get: { operationId: 'describe', summary: 'Inputs, outputs and versions', responses: known } },
      [`${path}/ready`]: { get: { operationId: 'ready', summary: 'Whether it answers', responses: known } },
      [`${path}/infer`]: { post: asking('infer', 'Predictions for rows', model, answers) },
      [`${path}/versions/{version}/infer`]: {
        parameters: [versionParameter],
        post: asking('inferVersion', 'Predictions of one version', model, answers),
      },
    },
  }
}

const object = (properties: JsonObject, required: string[]): JsonObject => ({
  type: 'object',
  properties,
  required,
})

const json = (schema: Json): JsonObject => ({ 'application/json': { schema } })
const reply = (description: string, schema: Json): JsonObject => ({ description, content: json(schema) })

const fault = object({ error: { type: 'string' }, field: { type: ['string', 'null'] } }, ['error', 'field'])

const faults: JsonObject = {
  '400': reply('Not a request that can be read, or a field is missing, unknown or given twice', fault),
  '404': reply('No such model or version', fault),
  '413': reply(`More than ${maximumRows} rows, or more than 64 MB`, fault),
  '422': reply('A value that cannot be used; the field is named', fault),
}

const known: JsonObject = { '200': { description: 'It is there' }, '404': faults['404'] }

const versionParameter: JsonObject = {
  name: 'version',
  in: 'path',
  required: true,
  description: 'A version number, or champion, challenger or shadow',
  schema: { type: 'string' },
}

function asking(operationId: string, summary: string, model: Model, responses: JsonObject): JsonObject {
  const inputs = { type: 'array', minItems: model.contract.length, prefixItems: model.contract.map(inputOf) }
  const body = object({ id: { type: 'string' }, inputs }, ['inputs'])
  return { operationId, summary, requestBody: { required: true, content: json(body) }, responses }
}

function inputOf(field: ContractField): JsonObject {
  const data = { type: 'array', items: valueOf(field) }
  return {
    ...object(
      {
        name: { const: field.name },
        datatype: { const: field.type === 'numeric' ? 'FP64' : 'BYTES' },
        shape: { type: 'array', items: { type: 'integer' } },
        data,
      },
      ['name', 'data'],
    ),
    title: field.name,
  }
}

/** A null is a missing value. */
function valueOf({ type, categories, minimum, maximum }: ContractField): JsonObject {
  if (type === 'numeric') {
    const description = minimum === null ? 'A number' : `In training from ${minimum} to ${maximum}`
    return { type: ['number', 'null'], description }
  }
  if (type === 'datetime')
    return { type: ['string', 'number', 'null'], description: 'ISO 8601, or epoch milliseconds' }
  return { type: ['string', 'null'], ...(categories.length > 0 ? { examples: categories.slice(0, 20) } : {}) }
}

function outputsOf({ classes }: Model): JsonObject {
  const value: JsonObject = classes.length > 0 ? { enum: [...classes] } : { type: 'number' }
  const outputs = [output('prediction', 'One for each row', value)]
  if (classes.length > 0) {
    const order = `Of each row those of all classes, in this order: ${classes.join(', ')}`
    outputs.push(output('probabilities', order, { type: 'number' }))
  }
  const properties = {
    model_name: { type: 'string' },
    model_version: { type: 'string' },
    outputs: { type: 'array', prefixItems: outputs },
  }
  return object(properties, ['model_name', 'model_version', 'outputs'])
}

function output(name: string, description: string, items: JsonObject): JsonObject {
  return object({ name: { const: name }, data: { type: 'array', description, items } }, ['name', 'data'])
}
